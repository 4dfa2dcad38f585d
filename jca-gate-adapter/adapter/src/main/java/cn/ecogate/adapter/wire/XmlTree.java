package cn.ecogate.adapter.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small XML document read by local names alone: four namespaces have been seen for the same
 * words. No document type, no entities from outside, bounded in size.
 */
final class XmlTree {

  private static final int MAX_NODES = 5_000;
  private final String name;
  private final StringBuilder text = new StringBuilder();
  private final List<XmlTree> children = new ArrayList<>();

  XmlTree(String name) {
    this.name = name;
  }

  static XmlTree read(byte[] document) throws WireException {
    return read(document, MAX_NODES);
  }

  /** For documents that are lists. */
  static XmlTree read(byte[] document, int maxNodes) throws WireException {
    return new XmlScan(document, maxNodes).read();
  }

  void add(XmlTree child) {
    children.add(child);
  }

  void add(String text) {
    this.text.append(text);
  }

  void add(String source, int from, int to) {
    text.append(source, from, to);
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
