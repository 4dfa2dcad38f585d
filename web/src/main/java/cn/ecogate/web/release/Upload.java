package cn.ecogate.web.release;

import cn.ecogate.vocabulary.Rejected;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The bytes of a photo that came with a form. */
public final class Upload {

  private static final int LARGEST = 5 * 1024 * 1024;

  private Upload() {}

  /**
   * Null if none was chosen; {@link Rejected} at that field if it is too large to be read at all.
   */
  public static byte[] bytes(Part photo, String field) {
    if (photo == null || photo.getSize() == 0) {
      return null;
    }
    if (photo.getSize() > LARGEST) {
      throw new Rejected("photo-too-large", field, "照片超过 5 MB，请缩小后重新上传。");
    }
    try (InputStream in = photo.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
