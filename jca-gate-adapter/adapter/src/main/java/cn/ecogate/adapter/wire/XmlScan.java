package cn.ecogate.adapter.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads the XML 1.0 that devices speak: elements, text, CDATA, the five named and all numbered
 * characters. Attributes are passed over; a document type is refused. A truck waits for it, and the
 * JDK's parser takes longer to make itself ready than this takes to read the document.
 */
final class XmlScan {

  private static final int MAX_DEPTH = 32;

  /** The longest reference is {@code &#x10FFFF;}, but zeros may lead. */
  private static final int LONGEST_REFERENCE = 16;

  /** What the declaration says stands in the first bytes, in letters every encoding shares. */
  private static final int PROLOG = 100;

  private final byte[] document;
  private final String source;
  private final int maxNodes;
  private final Deque<XmlTree> open = new ArrayDeque<>();
  private final Deque<String> names = new ArrayDeque<>();
  private XmlTree root;
  private int nodes;
  private int at;

  XmlScan(byte[] document, int maxNodes) throws WireException {
    this.document = document;
    this.source = decode(document);
    this.maxNodes = maxNodes;
  }

  /** The root with everything below it. */
  XmlTree read() throws WireException {
    while (at < source.length()) {
      if (source.charAt(at) != '<') {
        text();
      } else if (source.startsWith("<?", at)) {
        skipTo("?>");
      } else if (source.startsWith("<!--", at)) {
        skipTo("-->");
      } else if (source.startsWith("<![CDATA[", at)) {
        cdata();
      } else if (source.startsWith("<!", at)) {
        throw new WireException("XML 带有 DOCTYPE，拒绝读取", document);
      } else if (source.startsWith("</", at)) {
        close();
      } else {
        open();
      }
    }
    if (root == null || !open.isEmpty()) {
      throw unreadable(open.isEmpty() ? "没有元素" : "元素 " + names.peek() + " 没有结束");
    }
    return root;
  }

  private void text() throws WireException {
    int end = source.indexOf('<', at);
    int until = end < 0 ? source.length() : end;
    XmlTree holder = open.peek();
    if (holder != null) {
      unescape(holder, until);
    } else if (!source.substring(at, until).isBlank()) {
      throw unreadable("根元素之外有文字");
    }
    at = until;
  }

  private void unescape(XmlTree holder, int until) throws WireException {
    int from = at;
    for (int i = source.indexOf('&', from); i >= 0 && i < until; i = source.indexOf('&', from)) {
      holder.add(source, from, i);
      int end = source.indexOf(';', i);
      if (end < 0 || end >= until || end - i > LONGEST_REFERENCE) {
        throw unreadable("& 之后没有字符名");
      }
      holder.add(named(source.substring(i + 1, end)));
      from = end + 1;
    }
    holder.add(source, from, until);
  }

  private String named(String name) throws WireException {
    switch (name) {
      case "lt":
        return "<";
      case "gt":
        return ">";
      case "amp":
        return "&";
      case "quot":
        return "\"";
      case "apos":
        return "'";
      default:
        return numbered(name);
    }
  }

  private String numbered(String name) throws WireException {
    try {
      int number =
          name.startsWith("#x")
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.startsWith("#") ? name.substring(1) : "");
      return Character.toString(number);
    } catch (IllegalArgumentException e) {
      throw unreadable("不认识的字符 &" + name + ";");
    }
  }

  private void cdata() throws WireException {
    int from = at + "<![CDATA[".length();
    int end = source.indexOf("]]>", from);
    if (end < 0 || open.isEmpty()) {
      throw unreadable(end < 0 ? "CDATA 没有结束" : "根元素之外有文字");
    }
    open.peek().add(source, from, end);
    at = end + "]]>".length();
  }

  private void skipTo(String end) throws WireException {
    int found = source.indexOf(end, at);
    if (found < 0) {
      throw unreadable("缺少 " + end);
    }
    at = found + end.length();
  }

  private void close() throws WireException {
    int end = source.indexOf('>', at);
    String name = end < 0 ? "" : source.substring(at + 2, end).strip();
    if (open.isEmpty() || !name.equals(names.peek())) {
      throw unreadable("结束标记 " + name + " 没有对应的开始");
    }
    open.pop();
    names.pop();
    at = end + 1;
  }

  private void open() throws WireException {
    int from = at + 1;
    int end = from;
    while (end < source.length() && inName(source.charAt(end))) {
      end++;
    }
    String name = source.substring(from, end);
    if (name.isEmpty() || !begins(name.charAt(0)) || root != null && open.isEmpty()) {
      throw unreadable(name.isEmpty() || open.isEmpty() ? "< 之后不是元素" : "元素名 " + name + " 不合规定");
    }
    at = end;
    boolean empty = skipAttributes();
    XmlTree node = new XmlTree(name.substring(name.indexOf(':') + 1));
    if (++nodes > maxNodes || open.size() >= MAX_DEPTH) {
      throw new WireException("XML 过大或嵌套过深", document);
    }
    if (open.isEmpty()) {
      root = node;
    } else {
      open.peek().add(node);
    }
    if (!empty) {
      open.push(node);
      names.push(name);
    }
  }

  /** To behind the tag's end; true if the element is empty. */
  private boolean skipAttributes() throws WireException {
    while (at < source.length()) {
      char next = source.charAt(at);
      if (next == '>') {
        at++;
        return false;
      } else if (next == '"' || next == '\'') {
        int end = source.indexOf(next, at + 1);
        at = end < 0 ? source.length() : end + 1;
      } else if (source.startsWith("/>", at)) {
        at += 2;
        return true;
      } else if (next == '<') {
        throw unreadable("标记没有结束");
      } else {
        at++;
      }
    }
    throw unreadable("标记没有结束");
  }

  private static boolean inName(char c) {
    return begins(c) || c >= '0' && c <= '9' || c == '-' || c == '.' || c == ':';
  }

  private static boolean begins(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 0x7F;
  }

  private String decode(byte[] bytes) throws WireException {
    try {
      String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable("编码残缺");
    } catch (IllegalArgumentException e) {
      throw unreadable("不认识的编码");
    }
  }

  /** As the declaration says, else UTF-8. */
  private static Charset charset(byte[] bytes) {
    String prolog =
        new String(bytes, 0, Math.min(bytes.length, PROLOG), StandardCharsets.ISO_8859_1);
    int told = prolog.indexOf("encoding=");
    int declared = prolog.indexOf("?>");
    if (told < 0 || declared < told || !prolog.startsWith("<?xml")) {
      return StandardCharsets.UTF_8;
    }
    int from = told + "encoding=".length() + 1;
    int end = prolog.indexOf(prolog.charAt(from - 1), from);
    return Charset.forName(prolog.substring(from, Math.max(from, end)));
  }

  private WireException unreadable(String why) {
    return new WireException("不是可读的 XML：" + why, document);
  }
}
