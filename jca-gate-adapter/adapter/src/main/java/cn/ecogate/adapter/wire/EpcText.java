package cn.ecogate.adapter.wire;

import java.util.Locale;

/** A line that a tag reader wrote: an EPC in hexadecimal digits, 16 to 496 bits. */
public final class EpcText {

  private EpcText() {}

  /** The digits in capitals, without blanks and without a word like {@code EPC:} before them. */
  public static String read(String line, byte[] raw) throws WireException {
    String digits =
        line.toUpperCase(Locale.ROOT)
            .replaceFirst("^(EPC|TAG|ID)[:= ]", "")
            .replaceAll("[\\s\\-]", "");
    if (!digits.matches("([0-9A-F]{4}){1,31}")) {
      throw new WireException("不是十六进制的 EPC：" + line, raw);
    }
    return digits;
  }
}
