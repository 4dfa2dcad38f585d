package cn.ecogate.vocabulary;

import java.text.Normalizer;
import java.util.Locale;

/** A unified social credit code (统一社会信用代码, GB 32100): 17 places and a check character. */
public record CreditCode(String text) {

  /** GB 32100: the places in the order of their values 0 to 30; I, O, S, V, Z are not used. */
  private static final String PLACES = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  public CreditCode {
    if (!sound(text)) {
      throw new IllegalArgumentException("统一社会信用代码不成立：" + text);
    }
  }

  /** What a person typed; {@link Rejected} {@code credit-code} says what is wrong with it. */
  public static CreditCode of(String typed) {
    String text =
        typed == null
            ? ""
            : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-]", "")
                .toUpperCase(Locale.ROOT);
    if (!shaped(text)) {
      throw new Rejected(
          "credit-code", "creditCode", "统一社会信用代码应为 18 位数字或大写字母，不用字母 I、O、S、V、Z。请按营业执照核对。");
    }
    if (!sound(text)) {
      throw new Rejected("credit-code", "creditCode", "统一社会信用代码的末位校验码不符，可能录错了其中一位。请按营业执照核对。");
    }
    return new CreditCode(text);
  }

  private static boolean shaped(String text) {
    return text.length() == WEIGHTS.length + 1
        && text.chars().allMatch(place -> PLACES.indexOf(place) >= 0);
  }

  private static boolean sound(String text) {
    if (!shaped(text)) {
      return false;
    }
    int sum = 0;
    for (int place = 0; place < WEIGHTS.length; place++) {
      sum += WEIGHTS[place] * PLACES.indexOf(text.charAt(place));
    }
    return PLACES.charAt((31 - sum % 31) % 31) == text.charAt(WEIGHTS.length);
  }

  @Override
  public String toString() {
    return text;
  }
}
