package cn.ecogate.simulator.vzenith;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frames of the TCP protocol: 'V' 'Z' type number length body, the length high byte first. */
final class VzFrames {

  static final int JSON = 0;
  static final int HEARTBEAT = 1;

  private static final int HEAD = 8;
  private static final int LARGEST = 1 << 20;

  /** One whole frame. */
  record Frame(int type, byte[] body) {}

  /** The bytes are no frame. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String why) {
      super(why, null, false, false);
    }
  }

  private byte[] held = new byte[0];

  /** The frames that these bytes complete. */
  List<Frame> take(byte[] bytes, int length) throws Broken {
    byte[] all = Arrays.copyOf(held, held.length + length);
    System.arraycopy(bytes, 0, all, held.length, length);
    List<Frame> frames = new ArrayList<>();
    int at = 0;
    while (all.length - at >= HEAD) {
      if (all[at] != 'V' || all[at + 1] != 'Z') {
        throw new Broken("no VZ at the head of a frame");
      }
      int size = ByteBuffer.wrap(all, at + 4, 4).getInt();
      if (size < 0 || size > LARGEST) {
        throw new Broken("a frame of " + size + " bytes");
      }
      if (all.length - at < HEAD + size) {
        break;
      }
      frames.add(new Frame(all[at + 2], Arrays.copyOfRange(all, at + HEAD, at + HEAD + size)));
      at += HEAD + size;
    }
    held = Arrays.copyOfRange(all, at, all.length);
    return frames;
  }

  /**
   * A frame to send.
   *
   * @param claimed the length it claims to have
   */
  static byte[] of(int type, int number, byte[] body, int claimed) {
    return ByteBuffer.allocate(HEAD + body.length)
        .put((byte) 'V')
        .put((byte) 'Z')
        .put((byte) type)
        .put((byte) number)
        .putInt(claimed)
        .put(body)
        .array();
  }
}
