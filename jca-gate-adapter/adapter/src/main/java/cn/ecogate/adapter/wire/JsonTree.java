package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A small JSON document as devices write it: bounded in size and depth, and forgiving where
 * firmware is known to sin (a comma before a closing bracket, a raw line break within a string).
 */
final class JsonTree {

  private static final int MAX_NODES = 5_000;
  private static final int MAX_DEPTH = 32;

  private static final JsonTree NOTHING = new JsonTree(Sort.NOTHING, "");

  private enum Sort {
    OBJECT,
    ARRAY,
    VALUE,
    NOTHING
  }

  private final Sort sort;
  private final String text;
  private final Map<String, JsonTree> fields = new LinkedHashMap<>();
  private final List<JsonTree> items = new ArrayList<>();

  private JsonTree(Sort sort, String text) {
    this.sort = sort;
    this.text = text;
  }

  /** Reads one document; what stands behind it is refused unless it is blank. */
  static JsonTree read(String document) throws WireException {
    Reading reading = new Reading(document);
    JsonTree root = reading.value(0);
    reading.skipBlanks();
    if (reading.at < document.length()) {
      throw reading.complaint("后面还有多余的内容");
    }
    return root;
  }

  /** The named field, or an empty tree: a path through what is missing ends in nothing. */
  JsonTree child(String name) {
    return fields.getOrDefault(name, NOTHING);
  }

  List<JsonTree> items() {
    return items;
  }

  boolean isObject() {
    return sort == Sort.OBJECT;
  }

  boolean exists() {
    return sort != Sort.NOTHING;
  }

  /** The text of a string, number or truth value; empty for anything else, and for null. */
  String text() {
    return text;
  }

  /** Text of the named field, empty if there is none. */
  String value(String name) {
    return child(name).text();
  }

  /** A number, also one that was sent as a string; its fraction is dropped. */
  OptionalLong number() {
    try {
      double told = Double.parseDouble(text.strip());
      return Double.isFinite(told) && Math.abs(told) < 9e15
          ? OptionalLong.of((long) told)
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  OptionalLong number(String name) {
    return child(name).number();
  }

  /** The first field of that name anywhere below. */
  Optional<JsonTree> anywhere(String name) {
    if (fields.containsKey(name)) {
      return Optional.of(fields.get(name));
    }
    return java.util.stream.Stream.concat(fields.values().stream(), items.stream())
        .map(below -> below.anywhere(name))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Where the reading stands in the text. */
  private static final class Reading {

    private final String document;
    private int at;
    private int nodes;

    Reading(String document) {
      this.document = document;
    }

    JsonTree value(int depth) throws WireException {
      skipBlanks();
      if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
        throw complaint("过大或嵌套过深");
      }
      switch (peek()) {
        case '{':
          return object(depth);
        case '[':
          return array(depth);
        case '"':
          return new JsonTree(Sort.VALUE, string());
        default:
          return word();
      }
    }

    private JsonTree object(int depth) throws WireException {
      JsonTree object = new JsonTree(Sort.OBJECT, "");
      at++;
      while (!closed('}')) {
        if (peek() != '"') {
          throw complaint("缺少字段名");
        }
        String name = string();
        skipBlanks();
        expect(':');
        // The first of two equal names counts: a repeated one cannot replace what was read.
        object.fields.putIfAbsent(name, value(depth + 1));
        comma('}');
      }
      return object;
    }

    private JsonTree array(int depth) throws WireException {
      JsonTree array = new JsonTree(Sort.ARRAY, "");
      at++;
      while (!closed(']')) {
        array.items.add(value(depth + 1));
        comma(']');
      }
      return array;
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
      return new JsonTree(Sort.VALUE, word);
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
        throw complaint("中途断开");
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
      return new WireException("JSON " + what + "（第 " + at + " 字符）", document.getBytes(UTF_8));
    }
  }
}
