package cn.ecogate.adapter.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A response body of a told number of bytes; it never reads beyond them. */
final class SizedBody extends FilterInputStream {

  private long left;

  SizedBody(InputStream in, long length) {
    super(in);
    left = length;
  }

  @Override
  public int read() throws IOException {
    if (left <= 0) {
      return -1;
    }
    int c = in.read();
    left = c < 0 ? 0 : left - 1;
    return c;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (left <= 0) {
      return count == 0 ? 0 : -1;
    }
    int got = in.read(into, offset, (int) Math.min(count, left));
    left = got < 0 ? 0 : left - got;
    return got;
  }
}
