package cn.ecogate.adapter.wire;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A device's JSON read by path: what is missing, or of another sort than asked for, is empty and
 * never a fault. Bounded in size and depth, and forgiving where firmware is known to sin: a comma
 * before a closing bracket, a raw line break within a string, something behind the document.
 */
public final class JsonTree {

  private static final int MAX_NODES = 5_000;
  private static final int MAX_DEPTH = 32;

  private static final JsonTree NOTHING = new JsonTree("", Map.of(), List.of());

  private final String text;
  private final Map<String, JsonTree> fields;
  private final List<JsonTree> items;

  private JsonTree(String text, Map<String, JsonTree> fields, List<JsonTree> items) {
    this.text = text;
    this.fields = fields;
    this.items = items;
  }

  /**
   * The first object of the document.
   *
   * @param charset what the device writes its text in; characters it cannot be are replaced
   */
  public static JsonTree read(byte[] document, Charset charset) throws WireException {
    try {
      return read(new String(document, charset));
    } catch (WireException e) {
      throw new WireException(e.getMessage(), document);
    }
  }

  static JsonTree read(String text) throws WireException {
    return new Reading(text).document();
  }

  /** What stands at that path. */
  public JsonTree at(String... path) {
    JsonTree found = this;
    for (String name : path) {
      found = found.fields.getOrDefault(name, NOTHING);
    }
    return found;
  }

  public boolean present() {
    return this != NOTHING;
  }

  /** Text without blanks around it, a number or truth value as it is written; else empty. */
  public String text(String... path) {
    return at(path).text.strip();
  }

  /** A whole number, also one that is written as text. */
  public OptionalLong number(String... path) {
    String told = text(path);
    return told.matches("-?[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(told))
        : OptionalLong.empty();
  }

  /** The elements of an array; none if it is something else. */
  public List<JsonTree> items() {
    return items;
  }

  /** Every value by its path, e.g. {@code TrafficCar.DrivingDirection[0]}. */
  public Map<String, String> paths() {
    Map<String, String> paths = new HashMap<>();
    collect("", paths);
    return paths;
  }

  private void collect(String path, Map<String, String> into) {
    fields.forEach((name, below) -> below.collect(path.isEmpty() ? name : path + "." + name, into));
    for (int i = 0; i < items.size(); i++) {
      items.get(i).collect(path + "[" + i + "]", into);
    }
    if (!text.isBlank()) {
      into.put(path, text.strip());
    }
  }

  /** Where the reading stands in the text. */
  private static final class Reading {

    private final String document;
    private int at;
    private int nodes;

    Reading(String document) {
      this.document = document;
    }

    JsonTree document() throws WireException {
      at = document.indexOf('{');
      if (at < 0) {
        throw new WireException("不是可读的 JSON：没有对象");
      }
      return value(0);
    }

    JsonTree value(int depth) throws WireException {
      skipBlanks();
      if (++nodes > MAX_NODES) {
        throw new WireException("JSON 超过 " + MAX_NODES + " 个值");
      }
      if (depth > MAX_DEPTH) {
        throw new WireException("JSON 嵌套超过 " + MAX_DEPTH + " 层");
      }
      switch (peek()) {
        case '{':
          return object(depth);
        case '[':
          return array(depth);
        case '"':
          return new JsonTree(string(), Map.of(), List.of());
        default:
          return word();
      }
    }

    private JsonTree object(int depth) throws WireException {
      Map<String, JsonTree> fields = new HashMap<>();
      at++;
      while (!closed('}')) {
        if (peek() != '"') {
          throw complaint("缺少字段名");
        }
        String name = string();
        skipBlanks();
        expect(':');
        // The first of two equal names counts: a repeated one cannot replace what was read.
        fields.putIfAbsent(name, value(depth + 1));
        comma('}');
      }
      return new JsonTree("", fields, List.of());
    }

    private JsonTree array(int depth) throws WireException {
      List<JsonTree> items = new ArrayList<>();
      at++;
      while (!closed(']')) {
        items.add(value(depth + 1));
        comma(']');
      }
      return new JsonTree("", Map.of(), items);
    }

    private boolean closed(char bracket) throws WireException {
      skipBlanks();
      boolean end = peek() == bracket;
      at += end ? 1 : 0;
      return end;
    }

    /** A comma, also one too many before the bracket. */
    private void comma(char bracket) throws WireException {
      skipBlanks();
      if (peek() != bracket) {
        expect(',');
      }
    }

    private JsonTree word() throws WireException {
      int from = at;
      while (at < document.length() && ",]}: \t\r\n\"".indexOf(document.charAt(at)) < 0) {
        at++;
      }
      String word = document.substring(from, at);
      if (word.equals("null")) {
        return NOTHING;
      }
      if (!word.matches("true|false|-?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?")) {
        throw complaint("有读不懂的值“" + word.substring(0, Math.min(20, word.length())) + "”");
      }
      return new JsonTree(word, Map.of(), List.of());
    }

    private String string() throws WireException {
      at++;
      StringBuilder text = new StringBuilder();
      while (peek() != '"') {
        char c = document.charAt(at++);
        text.append(c == '\\' ? escaped() : c);
      }
      at++;
      return text.toString();
    }

    private char escaped() throws WireException {
      char c = peek();
      at++;
      switch (c) {
        case 'n':
          return '\n';
        case 't':
          return '\t';
        case 'r':
          return '\r';
        case 'b':
          return '\b';
        case 'f':
          return '\f';
        case 'u':
          return unicode();
        default:
          return c;
      }
    }

    private char unicode() throws WireException {
      int to = at + 4;
      if (to > document.length() || !document.substring(at, to).matches("[0-9a-fA-F]{4}")) {
        throw complaint("转义符 \\u 残缺");
      }
      char c = (char) Integer.parseInt(document.substring(at, to), 16);
      at = to;
      return c;
    }

    private char peek() throws WireException {
      if (at >= document.length()) {
        throw new WireException("JSON 不完整");
      }
      return document.charAt(at);
    }

    private void expect(char wanted) throws WireException {
      if (peek() != wanted) {
        throw complaint("缺少“" + wanted + "”");
      }
      at++;
    }

    private void skipBlanks() {
      while (at < document.length()
          && (document.charAt(at) <= ' ' || document.charAt(at) == 0xFEFF)) {
        at++;
      }
    }

    private WireException complaint(String what) {
      return new WireException("不是可读的 JSON：第 " + at + " 个字符处" + what);
    }
  }
}
