package cn.ecogate.registry.control;

import cn.ecogate.vocabulary.Rejected;
import java.util.Arrays;

/** Whether uploaded bytes are a picture of a document that can be kept and shown. */
public final class DocumentImage {

  /** A licence photographed with a phone has 2 to 5 MB. */
  public static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private DocumentImage() {}

  /** The same bytes; {@link Rejected} at that field if they are no such picture. */
  public static byte[] checked(byte[] image, String field) {
    if (image.length == 0) {
      throw new Rejected("document-empty", field, "这个文件是空的，请重新选择图片。");
    }
    if (image.length > MOST_BYTES) {
      throw tooLarge(image.length, field);
    }
    if (!begins(image, JPEG) && !begins(image, PNG)) {
      throw new Rejected(
          "document-format", field, "只能上传 JPEG 或 PNG 图片。PDF 或 Word 请先另存为图片，或直接拍照上传。");
    }
    return image;
  }

  /** The refusal of a file of that length, for callers who know it before they read. */
  public static Rejected tooLarge(long bytes, String field) {
    return new Rejected(
        "document-too-large",
        field,
        String.format(
            "图片最大 %d MB，这一张有 %.1f MB，请缩小或降低清晰度后再传。",
            MOST_BYTES / 1024 / 1024, bytes / 1024.0 / 1024.0));
  }

  private static boolean begins(byte[] image, byte[] mark) {
    return image.length >= mark.length
        && Arrays.equals(image, 0, mark.length, mark, 0, mark.length);
  }
}
