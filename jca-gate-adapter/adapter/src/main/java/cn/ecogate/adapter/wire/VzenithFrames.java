package cn.ecogate.adapter.wire;

import java.util.Arrays;

/** Finds the packets of a Vzenith camera's TCP line, and the next one behind whatever is none. */
public final class VzenithFrames implements FrameReader<VzenithPacket> {

  /** So many stray bytes are one complaint. */
  private static final int NOISE = 64;

  private byte[] buffer = new byte[16 * 1024];
  private int start;
  private int end;
  private final byte[] noise = new byte[NOISE];
  private int noisy;

  @Override
  public void feed(byte[] bytes, int offset, int count, Found<VzenithPacket> found) {
    append(bytes, offset, count);
    while (end > start) {
      if (!beginsHead()) {
        passOver(found);
      } else if (end - start < VzenithPacket.HEAD) {
        return;
      } else if (!settle(found)) {
        return;
      }
    }
  }

  /** The first bytes, as far as they have come, can be a head. */
  private boolean beginsHead() {
    return buffer[start] == 'V'
        && (end - start < 2 || buffer[start + 1] == 'Z')
        && (end - start < 3 || buffer[start + 2] >= 0 && buffer[start + 2] <= VzenithPacket.BINARY);
  }

  /** Takes the packet whose head is here; false if its body is not. */
  private boolean settle(Found<VzenithPacket> found) {
    int length = java.nio.ByteBuffer.wrap(buffer, start + 4, 4).getInt();
    int type = buffer[start + 2];
    if (length < 0 || length > VzenithPacket.MAX_BODY) {
      byte[] head = Arrays.copyOfRange(buffer, start, start + VzenithPacket.HEAD);
      complain(found);
      found.misunderstood(
          new WireException("数据包声称有 " + Integer.toUnsignedString(length) + " 字节，上限 1 MB", head));
      start += 2;
      return true;
    }
    int whole = VzenithPacket.HEAD + length;
    if (end - start < whole) {
      return false;
    }
    byte[] raw = Arrays.copyOfRange(buffer, start, start + whole);
    start += whole;
    complain(found);
    byte[] body = Arrays.copyOfRange(raw, VzenithPacket.HEAD, whole);
    found.frame(new VzenithPacket(type, raw[3] & 0xFF, body), raw);
    return true;
  }

  private void passOver(Found<VzenithPacket> found) {
    noise[noisy++] = buffer[start++];
    if (noisy == NOISE) {
      complain(found);
    }
  }

  private void complain(Found<VzenithPacket> found) {
    if (noisy > 0) {
      int many = noisy;
      noisy = 0;
      found.misunderstood(
          new WireException("收到 " + many + " 个不属于任何数据包的字节", Arrays.copyOf(noise, many)));
    }
  }

  private void append(byte[] bytes, int offset, int count) {
    if (start > 0 && (start == end || end + count > buffer.length)) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end + count > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + count));
    }
    System.arraycopy(bytes, offset, buffer, end, count);
    end += count;
  }
}
