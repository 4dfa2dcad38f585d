package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A small XML document read by local names alone: four namespaces have been seen for the same
 * words. No document type, no entities from outside, bounded in size.
 */
final class XmlTree {

  private static final int MAX_NODES = 5_000;
  private static final int MAX_DEPTH = 32;

  // The JDK's own parser, not whatever a server's class path offers: the limits below are its.
  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The parser would otherwise print its complaints; they come as exceptions anyway.
    FACTORY.setXMLReporter((message, type, related, where) -> {});
  }

  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlTree> children = new ArrayList<>();

  private XmlTree(String name) {
    this.name = name;
  }

  static XmlTree read(byte[] document) throws WireException {
    return read(document, MAX_NODES);
  }

  /** For documents that are lists. */
  static XmlTree read(byte[] document, int maxNodes) throws WireException {
    checkCharacters(document);
    try {
      XMLStreamReader reader;
      synchronized (FACTORY) {
        reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
      }
      return build(reader, document, maxNodes);
    } catch (XMLStreamException | RuntimeException e) {
      throw new WireException("不是可读的 XML：" + firstLine(e.getMessage()), document);
    }
  }

  /** The parser prints to the console when UTF-8 is cut within a character: it never sees that. */
  private static void checkCharacters(byte[] document) throws WireException {
    String prolog = new String(document, 0, Math.min(document.length, 100), ISO_8859_1);
    boolean another = prolog.contains("encoding=") && !prolog.matches("(?is).*encoding=.utf-8.*");
    try {
      if (!another) {
        UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
      }
    } catch (CharacterCodingException e) {
      throw new WireException("不是可读的 XML：UTF-8 编码残缺", document);
    }
  }

  private static XmlTree build(XMLStreamReader reader, byte[] document, int maxNodes)
      throws XMLStreamException, WireException {
    Deque<XmlTree> open = new ArrayDeque<>();
    XmlTree root = null;
    int nodes = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new WireException("XML 带有 DOCTYPE，拒绝读取", document);
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        XmlTree node = new XmlTree(reader.getLocalName());
        if (++nodes > maxNodes || open.size() >= MAX_DEPTH) {
          throw new WireException("XML 过大或嵌套过深", document);
        }
        if (open.isEmpty()) {
          root = node;
        } else {
          open.peek().children.add(node);
        }
        open.push(node);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      } else if (event == XMLStreamConstants.CHARACTERS && !open.isEmpty()) {
        open.peek().text.append(reader.getText());
      }
    }
    return root;
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  String name() {
    return name;
  }

  String text() {
    return text.toString().strip();
  }

  List<XmlTree> children() {
    return children;
  }

  /** The first child of that name, whatever its case. */
  Optional<XmlTree> child(String wanted) {
    return children.stream().filter(c -> c.name.equalsIgnoreCase(wanted)).findFirst();
  }

  /** The first element of that name anywhere below. */
  Optional<XmlTree> anywhere(String wanted) {
    for (XmlTree child : children) {
      if (child.name.equalsIgnoreCase(wanted)) {
        return Optional.of(child);
      }
      Optional<XmlTree> deeper = child.anywhere(wanted);
      if (deeper.isPresent()) {
        return deeper;
      }
    }
    return Optional.empty();
  }

  /** Text of the first child of that name, empty if there is none. */
  String value(String wanted) {
    return child(wanted).map(XmlTree::text).orElse("");
  }
}
