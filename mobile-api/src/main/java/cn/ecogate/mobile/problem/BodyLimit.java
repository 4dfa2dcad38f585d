package cn.ecogate.mobile.problem;

import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops reading a body that is larger than any honest one, whatever length it claims. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {

  /** A photo of 5 MB in base64 and the fields around it. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  @Override
  public void filter(ContainerRequestContext call) {
    if (call.getLength() > MAX_BYTES) {
      throw tooLarge();
    }
    call.setEntityStream(new Measured(call.getEntityStream()));
  }

  private static Rejected tooLarge() {
    return new Rejected(
        "body-too-large", "", "提交的内容超过 " + MAX_BYTES / 1024 / 1024 + " MB，请缩小照片后重试。");
  }

  private static final class Measured extends FilterInputStream {

    private long read;

    Measured(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int some = super.read(bytes, from, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > MAX_BYTES) {
        throw tooLarge();
      }
    }
  }
}
