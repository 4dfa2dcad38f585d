package cn.ecogate.mobile;

import cn.ecogate.vocabulary.Rejected;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;

/** Reads what stands as text in a body: photos and moments; says what would have been right. */
public final class Told {

  private static final int MAX_PHOTO_BYTES = 5 * 1024 * 1024;

  private Told() {}

  /** The bytes of a photo in base64, null if there is none. */
  public static byte[] photo(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException notBase64) {
      throw new Rejected("photo-format", "photo", "照片应为 JPEG 文件的 base64 文本。");
    }
    if (bytes.length > MAX_PHOTO_BYTES) {
      throw new Rejected("photo-too-large", "photo", "照片超过 5 MB，请缩小后重新上传。");
    }
    return bytes;
  }

  /** A moment with its zone, null if nothing was given. */
  public static Instant moment(String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException notIso) {
      throw new Rejected(
          "time-shape", field, field + " 应为带时区的 ISO-8601 时刻，例如 2026-11-21T08:00:00+08:00。");
    }
  }
}
