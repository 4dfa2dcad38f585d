package cn.ecogate.adapter.wire;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the small grammar of header values: parameters, quoted strings, lists of them. */
final class HeaderText {

  private HeaderText() {}

  /** The named parameter of {@code value; a=b; c="d"}, unquoted; empty if there is none. */
  static String parameter(String value, String name) {
    return pairs(value.substring(Math.max(0, value.indexOf(';'))), ';')
        .getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** {@code a=b, c="d, e"} as a map with lower-case names, in the order written. */
  static Map<String, String> pairs(String text, char separator) {
    Map<String, String> pairs = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      while (at < text.length()
          && (text.charAt(at) == separator || Character.isWhitespace(text.charAt(at)))) {
        at++;
      }
      int nameStart = at;
      while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != separator) {
        at++;
      }
      String name = text.substring(nameStart, at).trim().toLowerCase(Locale.ROOT);
      StringBuilder value = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '=') {
        at = readValue(text, at + 1, separator, value);
      }
      if (!name.isEmpty()) {
        pairs.putIfAbsent(name, value.toString().trim());
      }
    }
    return pairs;
  }

  private static int readValue(String text, int from, char separator, StringBuilder value) {
    int at = from;
    boolean quoted = false;
    while (at < text.length() && (quoted || text.charAt(at) != separator)) {
      char c = text.charAt(at++);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted && at < text.length()) {
        value.append(text.charAt(at++));
      } else {
        value.append(c);
      }
    }
    return at;
  }
}
