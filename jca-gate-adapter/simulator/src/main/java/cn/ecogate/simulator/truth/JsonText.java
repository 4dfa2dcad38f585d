package cn.ecogate.simulator.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes JSON; of an object it also keeps every member exactly as it was written, which
 * is what a signature is about. Numbers stay text.
 */
public final class JsonText {

  private final String text;
  private final Map<String, String> written = new LinkedHashMap<>();
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /** An object's members, and how each was written. */
  public record Read(Map<String, Object> members, Map<String, String> written) {

    public String text(String name) {
      return members.get(name) instanceof String value ? value : "";
    }
  }

  /** Reads one object; anything else is an {@link IllegalArgumentException}. */
  public static Read object(String text) {
    JsonText json = new JsonText(text);
    json.blank();
    if (json.peek() != '{') {
      throw json.bad("an object is expected");
    }
    Map<String, Object> members = json.members();
    json.blank();
    if (json.at < text.length()) {
      throw json.bad("something follows the object");
    }
    return new Read(members, json.written);
  }

  public static String write(Object value) {
    StringBuilder out = new StringBuilder(256);
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      map.forEach(
          (name, member) -> {
            quote(String.valueOf(name), out.append(out.charAt(out.length() - 1) == '{' ? "" : ","));
            write(member, out.append(':'));
          });
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (Object item : list) {
        write(item, out.append(out.charAt(out.length() - 1) == '[' ? "" : ","));
      }
      out.append(']');
    } else if (value instanceof String string) {
      quote(string, out);
    } else {
      out.append(value);
    }
  }

  private static void quote(String string, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private Object value() {
    blank();
    return switch (peek()) {
      case '{' -> members();
      case '[' -> items();
      case '"' -> string();
      default -> literal();
    };
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    depth++;
    at++;
    blank();
    while (peek() != '}') {
      String name = string();
      blank();
      expect(':');
      blank();
      int start = at;
      members.put(name, value());
      if (depth == 1) {
        written.put(name, text.substring(start, at));
      }
      next('}');
    }
    at++;
    depth--;
    return members;
  }

  private List<Object> items() {
    List<Object> items = new ArrayList<>();
    depth++;
    at++;
    blank();
    while (peek() != ']') {
      items.add(value());
      next(']');
    }
    at++;
    depth--;
    return items;
  }

  private void next(char end) {
    blank();
    if (peek() != end) {
      expect(',');
      blank();
      if (peek() == end) {
        throw bad("nothing follows the comma");
      }
    }
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  private char escaped() {
    peek();
    char c = text.charAt(at++);
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\', '/' -> c;
      case 'u' -> {
        if (at + 4 > text.length()) {
          throw bad("four hex digits are expected");
        }
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      default -> throw bad("no such escape");
    };
  }

  private Object literal() {
    int start = at;
    while (at < text.length() && "+-.".indexOf(text.charAt(at)) >= 0
        || at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case "null" -> null;
      default -> {
        if (!word.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
          throw bad("a value is expected");
        }
        yield new java.math.BigDecimal(word);
      }
    };
  }

  private void blank() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw bad("the text ends too early");
    }
    return text.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw bad("'" + c + "' is expected");
    }
    at++;
  }

  private IllegalArgumentException bad(String what) {
    return new IllegalArgumentException("no JSON at character " + at + ": " + what);
  }
}
