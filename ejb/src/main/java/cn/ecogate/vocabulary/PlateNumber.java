package cn.ecogate.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A plate's characters (号牌号码), upper case, without colour, dot or blank.
 *
 * <p>{@link #of} is for what a person typed, {@link #seen} for what a camera read; the constructor
 * takes what was already normalised, e.g. a stored plate.
 */
public record PlateNumber(String text) {

  private static final int MOST_CHARACTERS = 10;

  private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";

  /** A place on a plate: I and O are left out, they would be taken for 1 and 0. */
  private static final String PLACE = "[A-HJ-NP-Z0-9]";

  /** Province and issuing office. */
  private static final String OFFICE = PROVINCE + "[A-HJ-NP-Z]";

  /** The shapes of GA 36 plates, and of those of the army and the armed police. */
  private static final Pattern SHAPES =
      Pattern.compile(
          String.join(
              "|",
              OFFICE + PLACE + "{5}",
              OFFICE + "[A-HJK]" + PLACE + "[0-9]{4}", // small new energy
              OFFICE + "[0-9]{5}[DF]", // large new energy
              OFFICE + PLACE + "{4}[挂学警港澳]",
              OFFICE + PLACE + "{4}应急",
              OFFICE + PLACE + "{4}领",
              PROVINCE + "[0-9]{5}领",
              "使[0-9]{6}",
              "[0-9]{6}使",
              "WJ" + PROVINCE + "?" + PLACE + "{5}",
              "[A-Z]{2}" + PLACE + "{5}"));

  /** Blanks and the dots and dashes that people and cameras put after the office letter. */
  private static final Pattern DECORATION = Pattern.compile("[\\s\\p{Z}.·•‧∙⋅・。\\-_]");

  /** What a camera can have read: letters, digits and Chinese characters, at least a few. */
  private static final Pattern READ =
      Pattern.compile("[A-Z0-9\\p{IsHan}]{4," + MOST_CHARACTERS + "}");

  /** What cameras write in the plate's place when there is none. */
  private static final Set<String> NOT_A_PLATE =
      Set.of("NOPLATE", "UNKNOWN", "UNLICENSED", "NULL", "NONE", "未识别车牌", "无牌车辆", "没有车牌", "车牌未知");

  public PlateNumber {
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("号牌应为 1 到 10 个字符：" + text);
    }
  }

  /** What a person typed; {@link Rejected} {@code plate-shape} if no Chinese plate looks so. */
  public static PlateNumber of(String typed) {
    String text = typed == null ? "" : normal(typed);
    if (text.isEmpty()) {
      throw new Rejected("plate-shape", "plate", "请填写号牌号码，例如 云A12345。");
    }
    if (!SHAPES.matcher(text).matches()) {
      throw new Rejected(
          "plate-shape",
          "plate",
          "“" + text + "”不像号牌：应为省份简称、发牌机关字母加 5 位（新能源 6 位）字母或数字，不用字母 I 和 O，例如 云A12345、云AD12345。");
    }
    return new PlateNumber(text);
  }

  /**
   * What a camera read, however odd; empty if it cannot be a plate, so the vehicle counts as not
   * read. Never throws.
   */
  public static Optional<PlateNumber> seen(String read) {
    if (read == null) {
      return Optional.empty();
    }
    String text = normal(read);
    return READ.matcher(text).matches() && !NOT_A_PLATE.contains(text)
        ? Optional.of(new PlateNumber(text))
        : Optional.empty();
  }

  /** True if the plate has one of the shapes that are issued. */
  public boolean wellShaped() {
    return SHAPES.matcher(text).matches();
  }

  /** Full-width forms made narrow, upper case, without decoration. */
  private static String normal(String text) {
    String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return DECORATION.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
