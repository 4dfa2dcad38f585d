package cn.ecogate.adapter.wire;

/** How one brand of camera speaks when it calls us by HTTP. */
public interface PushDialect {

  /**
   * Understands one call.
   *
   * @param contentType what the camera says its body is; firmware is often wrong about it
   * @throws WireException if it cannot be understood; the frame holds no credential
   */
  Pushed read(String contentType, byte[] body) throws WireException;
}
