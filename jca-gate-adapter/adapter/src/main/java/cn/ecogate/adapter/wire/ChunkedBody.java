package cn.ecogate.adapter.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A response body in chunks, joined again. A read that times out may be repeated: nothing is lost
 * in between.
 */
final class ChunkedBody extends FilterInputStream {

  private enum At {
    SIZE,
    EXTENSION,
    DATA,
    AFTER_DATA,
    END
  }

  private static final int MAX_CHUNK = 16 * 1024 * 1024;

  private At at = At.SIZE;
  private long left;

  ChunkedBody(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int got = read(one, 0, 1);
    return got < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    while (at != At.DATA) {
      if (at == At.END) {
        return -1;
      }
      int c = in.read();
      if (c < 0) {
        at = At.END;
        return -1;
      }
      step(c);
    }
    int got = in.read(into, offset, (int) Math.min(count, left));
    if (got < 0) {
      at = At.END;
      return -1;
    }
    left -= got;
    if (left == 0) {
      at = At.AFTER_DATA;
    }
    return got;
  }

  private void step(int c) throws WireException {
    if (at == At.AFTER_DATA) {
      at = c == '\n' ? At.SIZE : at;
    } else if (c == '\n') {
      at = left == 0 ? At.END : At.DATA;
    } else if (at == At.SIZE && Character.digit(c, 16) >= 0) {
      left = left * 16 + Character.digit(c, 16);
      if (left > MAX_CHUNK) {
        throw new WireException("分块声称超过 " + MAX_CHUNK + " 字节");
      }
    } else if (c == ';' || c == ' ' || c == '\r') {
      at = At.EXTENSION;
    } else if (at == At.SIZE) {
      throw new WireException("分块长度不是十六进制数");
    }
  }
}
