package cn.ecogate.adapter.wire;

import java.util.Arrays;

/**
 * Frames that begin with STX and have a length: collects one, lets the codec read it, and looks for
 * the next STX inside whatever could not be read.
 *
 * <p>Bit 7 is masked, as it is a parity bit on a line of 7 data bits: such a line has the same ten
 * bits a character as 8N1, so that the port needs no other setting.
 */
abstract class StxFrames<T> implements FrameReader<T> {

  static final int STX = 0x02;

  /** What {@link #length} says when more bytes are needed to tell. */
  static final int MORE = 0;

  /** So many bytes without a frame are worth a complaint: five frames and more. */
  static final int NOISE = 64;

  private final String name;
  private final byte[] raw;
  private final byte[] frame;
  private int have;
  private final byte[] noise = new byte[NOISE];
  private int noisy;
  private boolean understood;

  /**
   * @param name as on the indicator, for complaints
   * @param longest bytes of the longest frame
   */
  StxFrames(String name, int longest) {
    this.name = name;
    this.raw = new byte[longest];
    this.frame = new byte[longest];
  }

  /** How long the frame that begins so is, or {@link #MORE}. */
  abstract int length(byte[] begun, int have) throws WireException;

  /** What a frame of that length means. */
  abstract T read(byte[] whole) throws WireException;

  @Override
  public final void feed(byte[] bytes, int offset, int count, Found<T> found) {
    for (int at = offset; at < offset + count; at++) {
      byte masked = (byte) (bytes[at] & 0x7F);
      if (have == 0 && masked != STX) {
        passOver(bytes[at], found);
      } else {
        raw[have] = bytes[at];
        frame[have++] = masked;
        if (have == 2 && masked == STX) {
          have = 1; // Begun twice is begun once.
        } else {
          settle(found);
        }
      }
    }
  }

  private void settle(Found<T> found) {
    while (have > 0) {
      try {
        int whole = length(frame, have);
        if (whole == MORE) {
          return;
        }
        T meaning = read(Arrays.copyOf(frame, whole));
        complainOfNoise(found);
        understood = true;
        found.frame(meaning, Arrays.copyOf(raw, whole));
        drop(whole);
      } catch (WireException bad) {
        complainOfNoise(found);
        found.misunderstood(new WireException(bad.getMessage(), Arrays.copyOf(raw, have)));
        drop(1);
        while (have > 0 && frame[0] != STX) {
          drop(1);
        }
      }
    }
  }

  private void drop(int count) {
    have -= count;
    System.arraycopy(raw, count, raw, 0, have);
    System.arraycopy(frame, count, frame, 0, have);
  }

  private void passOver(byte stray, Found<T> found) {
    noise[noisy++] = stray;
    if (noisy == NOISE) {
      understood = true; // From here on every stray byte counts: this is not the rest of a frame.
      complainOfNoise(found);
    }
  }

  /** Whoever begins to listen in the middle of a frame hears its rest first: no complaint. */
  private void complainOfNoise(Found<T> found) {
    if (noisy > 0 && understood) {
      found.misunderstood(
          new WireException(
              "收到 " + noisy + " 个不属于" + name + "帧的字节，请检查波特率、接线和仪表的输出格式",
              Arrays.copyOf(noise, noisy)));
    }
    noisy = 0;
  }
}
