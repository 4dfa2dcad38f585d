package cn.ecogate.adapter.wire;

import java.io.IOException;

/**
 * Bytes that are not what the protocol allows; the message says which rule they broke, the bytes go
 * along.
 */
public class WireException extends IOException {

  private static final long serialVersionUID = 1L;

  /** As much of a bad frame as is worth keeping for a person to look at. */
  private static final int KEPT = 2_048;

  private final transient byte[] frame;

  public WireException(String message) {
    this(message, new byte[0]);
  }

  public WireException(String message, byte[] frame) {
    super(message);
    this.frame = java.util.Arrays.copyOf(frame, Math.min(frame.length, KEPT));
  }

  /** The beginning of the offending bytes. */
  public byte[] frame() {
    return frame == null ? new byte[0] : frame.clone();
  }
}
