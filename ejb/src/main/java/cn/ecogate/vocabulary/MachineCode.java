package cn.ecogate.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number a machine or plant vehicle is registered under (环保登记编码, or the plant's own). No
 * printed format is known: letters, digits, hyphen and Chinese characters, 4 to 32 of them.
 */
public record MachineCode(String text) {

  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9\\p{IsHan}-]{4,32}");

  public MachineCode {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("环保登记编码应为 4 到 32 位字母、数字、连字符或汉字：" + text);
    }
  }

  /** What a person typed or scanned; {@link Rejected} {@code code-shape} if it cannot be one. */
  public static MachineCode of(String typed) {
    String text =
        typed == null
            ? ""
            : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    if (!SHAPE.matcher(text).matches()) {
      throw new Rejected(
          "code-shape",
          "code",
          "编码应为 4 到 32 位字母、数字、连字符或汉字，现为 " + text.length() + " 位。没有环保登记编码的，请填写厂内编号。");
    }
    return new MachineCode(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
