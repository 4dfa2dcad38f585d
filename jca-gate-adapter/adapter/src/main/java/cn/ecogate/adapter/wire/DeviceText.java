package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Chinese text of devices that say GBK, or UTF-8, or nothing about it. */
final class DeviceText {

  static final Charset GBK = Charset.forName("GBK");

  /** Chinese takes three bytes of UTF-8, which begin here. */
  private static final int THREE_BYTES = 0x800;

  private DeviceText() {}

  /**
   * UTF-8 where it can only be that, else GBK. 鲁 and 豫 in GBK happen to be well-formed UTF-8 too,
   * for a character of two bytes that no Chinese device sends.
   */
  static String decoded(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().allMatch(c -> c < 0x80 || c >= THREE_BYTES)
          ? text
          : new String(bytes, GBK);
    } catch (CharacterCodingException e) {
      return new String(bytes, GBK);
    }
  }
}
