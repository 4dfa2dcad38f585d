package cn.ecogate.site.control;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Checks one text's shape; {@link IllegalArgumentException} if it does not fit. */
final class Shape {

  private Shape() {}

  static String of(String pattern, String text) {
    if (!Pattern.matches(pattern, text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  static String oneOf(List<String> words, String text) {
    if (!words.contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  static int between(int least, int most, String text) {
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  /** A required text of at most so many characters, as the standard's tables limit them. */
  static String atMost(int length, Block block, String key) {
    String text = block.text(key);
    if (text.length() > length) {
      throw block.fault(
          key,
          "最多 " + length + " 个字，现有 " + text.length() + " 个，请缩短",
          "may have at most " + length + " characters, has " + text.length() + "; shorten it");
    }
    return text;
  }

  /**
   * An http or https address of a folder: what is appended to it must not replace its last part.
   */
  static String webAddress(String text) {
    URI uri = URI.create(text);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(text);
    }
    return text.endsWith("/") ? text : text + "/";
  }
}
