package cn.ecogate.adapter.api;

import java.io.IOException;

/**
 * A device did not do what it was told; the message says what happened, in words for the device
 * screen.
 */
public class GateException extends IOException {

  private static final long serialVersionUID = 1L;

  public GateException(String message) {
    super(message);
  }

  public GateException(String message, Throwable cause) {
    super(message, cause);
  }
}
