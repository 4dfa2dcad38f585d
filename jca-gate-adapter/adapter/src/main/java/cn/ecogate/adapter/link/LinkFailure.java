package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.GateException;

/** The device was not reached or did not answer; as opposed to one that understood and said no. */
public final class LinkFailure extends GateException {

  private static final long serialVersionUID = 1L;

  LinkFailure(String message) {
    super(message);
  }

  LinkFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
