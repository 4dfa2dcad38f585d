package cn.ecogate.mobile.registry;

import cn.ecogate.vocabulary.Rejected;
import java.util.Base64;

/**
 * A picture of a paper or a name plate.
 *
 * @param image JPEG or PNG in base64
 */
public record DocumentTold(String image) {

  byte[] bytes() {
    if (image == null || image.isBlank()) {
      throw new Rejected("field-missing", "image", "请在 image 中给出图片（JPEG 或 PNG 的 base64）。");
    }
    try {
      return Base64.getMimeDecoder().decode(image);
    } catch (IllegalArgumentException notBase64) {
      throw new Rejected("document-format", "image", "image 应为 JPEG 或 PNG 图片的 base64 编码。");
    }
  }
}
