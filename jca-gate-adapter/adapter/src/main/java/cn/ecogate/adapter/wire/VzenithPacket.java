package cn.ecogate.adapter.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One packet of Vzenith's TCP protocol: {@code V Z type number length}, big-endian, then the body.
 *
 * @param type {@link #TEXT}, {@link #HEARTBEAT} or {@link #BINARY}
 * @param number an answer carries its request's; 0 for what is said unasked
 */
public record VzenithPacket(int type, int number, byte[] body) {

  public static final int TEXT = 0;
  public static final int HEARTBEAT = 1;
  public static final int BINARY = 2;

  static final int HEAD = 8;

  /** The protocol's own bound: neither side sends or takes more. */
  static final int MAX_BODY = 1024 * 1024;

  /** A command, in the charset the camera writes in. */
  public static byte[] command(int number, String json) {
    return bytes(TEXT, number, json.getBytes(DeviceText.GBK));
  }

  public static byte[] heartbeat() {
    return bytes(HEARTBEAT, 0, new byte[0]);
  }

  private static byte[] bytes(int type, int number, byte[] body) {
    return ByteBuffer.allocate(HEAD + body.length)
        .put((byte) 'V')
        .put((byte) 'Z')
        .put((byte) type)
        .put((byte) number)
        .putInt(body.length)
        .put(body)
        .array();
  }

  /** The document of a text packet; behind it a NUL and pictures may follow. */
  public JsonTree json() throws WireException {
    if (type != TEXT) {
      throw new WireException("摄像机用了没有约定的二进制格式", body);
    }
    try {
      return JsonTree.read(DeviceText.decoded(Arrays.copyOf(body, textEnd())));
    } catch (WireException e) {
      throw new WireException(e.getMessage(), body);
    }
  }

  /** The document's bytes: what the camera really said. */
  public byte[] text() {
    return Arrays.copyOf(body, textEnd());
  }

  /** What stands behind the document's NUL. */
  public byte[] behind() {
    int from = Math.min(body.length, textEnd() + 1);
    return Arrays.copyOfRange(body, from, body.length);
  }

  private int textEnd() {
    int end = 0;
    while (end < body.length && body[end] != 0) {
      end++;
    }
    return end;
  }
}
