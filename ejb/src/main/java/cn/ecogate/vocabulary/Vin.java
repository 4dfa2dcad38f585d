package cn.ecogate.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A vehicle identification number (车辆识别代号, GB 16735): 17 places, I, O and Q left out. */
public record Vin(String text) {

  private static final Pattern SHAPE = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

  /** GB 16735: the values of A to Z; 0 stands at the letters that are not used. */
  private static final int[] LETTER_VALUES = {
    1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9
  };

  private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int CHECK_PLACE = 8;

  public Vin {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("车辆识别代号应为 17 位字母或数字（不用 I、O、Q）：" + text);
    }
  }

  /** What a person typed; {@link Rejected} {@code vin-shape} if it has not 17 allowed places. */
  public static Vin of(String typed) {
    String text =
        typed == null
            ? ""
            : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-]", "")
                .toUpperCase(Locale.ROOT);
    if (!SHAPE.matcher(text).matches()) {
      throw new Rejected(
          "vin-shape", "vin", "车辆识别代号应为 17 位字母或数字，不用字母 I、O、Q；现为 " + text.length() + " 位。请按行驶证核对。");
    }
    return new Vin(text);
  }

  /**
   * True if place 9 is the check digit of the others. A VIN that fails may still be right: imported
   * vehicles are not bound to it.
   */
  public boolean checkDigitFits() {
    int sum = 0;
    for (int place = 0; place < WEIGHTS.length; place++) {
      sum += WEIGHTS[place] * value(text.charAt(place));
    }
    int check = sum % 11;
    return text.charAt(CHECK_PLACE) == (check == 10 ? 'X' : (char) ('0' + check));
  }

  private static int value(char place) {
    return place <= '9' ? place - '0' : LETTER_VALUES[place - 'A'];
  }

  @Override
  public String toString() {
    return text;
  }
}
