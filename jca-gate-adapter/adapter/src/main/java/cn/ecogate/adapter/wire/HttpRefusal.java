package cn.ecogate.adapter.wire;

/** A request that is not read on, with the HTTP status that says why. */
public final class HttpRefusal extends WireException {

  private static final long serialVersionUID = 1L;

  private final int status;

  HttpRefusal(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
