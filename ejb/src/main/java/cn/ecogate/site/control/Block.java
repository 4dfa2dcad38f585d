package cn.ecogate.site.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a site file, which still knows its line and path so that a fault can name them.
 *
 * <p>Every value is taken as it was written: {@code 01} stays 01 and never becomes a number.
 */
final class Block {

  private final String file;
  private final String path;
  private final Node node;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(Node key, Node value) {}

  private Block(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
    if (!(node instanceof MappingNode)) {
      throw faultAt(node, path, "应写成“键: 值”的形式", "must be written as \"key: value\" pairs");
    }
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      add(tuple.getKeyNode(), tuple.getValueNode());
    }
  }

  /** The whole file. */
  static Block of(String file, Node root) {
    return new Block(file, "", root);
  }

  private void add(Node key, Node value) {
    if (!(key instanceof ScalarNode)) {
      throw faultAt(key, path, "键应为一个词", "a key must be one word");
    }
    String name = ((ScalarNode) key).getValue();
    if (entries.put(name, new Entry(key, value)) != null) {
      throw faultAt(key, at(name), "同一个键写了两次，请删去一个", "is written twice; remove one of the two");
    }
  }

  /** Refuses every key that is not one of these, and proposes the one that was probably meant. */
  Block only(String... known) {
    return only(Arrays.asList(known));
  }

  Block only(List<String> known) {
    entries.forEach(
        (name, entry) -> {
          if (!known.contains(name)) {
            Optional<String> meant = NearestWord.to(name, known);
            String all = String.join(", ", known);
            throw faultAt(
                entry.key,
                at(name),
                "没有这个键，" + meant.map(m -> "是否想写 " + m + "？").orElse("这里可用：" + all),
                "unknown key, "
                    + meant.map(m -> "did you mean " + m + "?").orElse("known here: " + all));
          }
        });
    return this;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  /** A text that has to be there. */
  String text(String key) {
    String text = textOr(key, "");
    if (text.isBlank()) {
      throw missing(key);
    }
    return text;
  }

  /** A text, or that one if the key is missing or has no value. */
  String textOr(String key, String otherwise) {
    Entry entry = entries.get(key);
    if (entry == null || isNothing(entry.value)) {
      return otherwise;
    }
    if (!(entry.value instanceof ScalarNode)) {
      throw fault(key, "应为一个值，而不是列表或一组键值", "must be one value, not a list or a mapping");
    }
    return ((ScalarNode) entry.value).getValue().strip();
  }

  /** What that text means, or a fault that says what it should have been. */
  <T> T parsed(String key, Function<String, T> parse, String chinese, String english) {
    String text = text(key);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw fault(
          key,
          "应为" + chinese + "，现为 \"" + text + "\"",
          "must be " + english + ", is \"" + text + "\"");
    }
  }

  <T> Optional<T> parsedIfThere(
      String key, Function<String, T> parse, String chinese, String english) {
    return textOr(key, "").isBlank()
        ? Optional.empty()
        : Optional.of(parsed(key, parse, chinese, english));
  }

  /** {@code true} or {@code false}; false if the key is missing. */
  boolean flag(String key) {
    return parsedIfThere(
            key,
            text -> {
              if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
              }
              return text.equals("true");
            },
            " true 或 false",
            "true or false")
        .orElse(false);
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String key) {
    return parsed(
        key, text -> Enum.valueOf(type, text), "以下之一：" + names(type), "one of " + names(type));
  }

  /** A list of words, each a constant of that type; empty if the key is missing. */
  <E extends Enum<E>> List<E> someOf(Class<E> type, String key) {
    List<E> found = new ArrayList<>();
    for (Node item : items(key)) {
      String text = item instanceof ScalarNode ? ((ScalarNode) item).getValue() : "";
      try {
        found.add(Enum.valueOf(type, text));
      } catch (IllegalArgumentException e) {
        throw faultAt(
            item,
            at(key),
            "每一项应为以下之一：" + names(type) + "，现为 \"" + text + "\"",
            "each must be one of " + names(type) + ", is \"" + text + "\"");
      }
    }
    return found;
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /** A block that has to be there. */
  Block block(String key) {
    return blockIfThere(key).orElseThrow(() -> missing(key));
  }

  Optional<Block> blockIfThere(String key) {
    Entry entry = entries.get(key);
    return entry == null || isNothing(entry.value)
        ? Optional.empty()
        : Optional.of(new Block(file, at(key), entry.value));
  }

  /** A list of blocks; empty if the key is missing. */
  List<Block> blocks(String key) {
    List<Block> blocks = new ArrayList<>();
    for (Node item : items(key)) {
      blocks.add(new Block(file, at(key) + "[" + blocks.size() + "]", item));
    }
    return blocks;
  }

  /** A list of blocks with at least one. */
  List<Block> someBlocks(String key) {
    List<Block> blocks = blocks(key);
    if (blocks.isEmpty()) {
      throw missing(key);
    }
    return blocks;
  }

  private List<Node> items(String key) {
    Entry entry = entries.get(key);
    if (entry == null || isNothing(entry.value)) {
      return List.of();
    }
    if (!(entry.value instanceof SequenceNode)) {
      throw fault(
          key,
          "应为列表，每一项以“- ”开头，或写在 [ ] 中",
          "must be a list: each item begins with \"- \", or all of them in [ ]");
    }
    return ((SequenceNode) entry.value).getValue();
  }

  private static boolean isNothing(Node value) {
    return value.getTag().equals(Tag.NULL);
  }

  SiteFileFault missing(String key) {
    Node where = has(key) ? entries.get(key).value : node;
    return faultAt(where, at(key), "缺少这个必填项，请补上", "is required and missing; please add it");
  }

  /** A fault at that key's line. */
  SiteFileFault fault(String key, String chinese, String english) {
    Entry entry = entries.get(key);
    return faultAt(entry == null ? node : entry.value, at(key), chinese, english);
  }

  private SiteFileFault faultAt(Node where, String key, String chinese, String english) {
    int line = where.getStartMark().map(Mark::getLine).orElse(0) + 1;
    String name = key.isEmpty() ? "" : " " + key;
    return new SiteFileFault(
        file + " 第 " + line + " 行" + name + "：" + chinese, "line " + line + name + ": " + english);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** E.g. {@code gates[0].lanes[1]}. */
  String path() {
    return path;
  }
}
