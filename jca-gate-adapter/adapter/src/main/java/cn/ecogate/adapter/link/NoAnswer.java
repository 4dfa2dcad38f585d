package cn.ecogate.adapter.link;

import java.io.IOException;

/** The line stands, but nobody answered in time. */
final class NoAnswer extends IOException {

  private static final long serialVersionUID = 1L;

  NoAnswer(String message) {
    super(message);
  }
}
