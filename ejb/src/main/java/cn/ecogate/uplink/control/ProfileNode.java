package cn.ecogate.uplink.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping inside a profile file that knows where it stands, so that every complaint can say so;
 * keys nobody asked for are complaints too.
 */
final class ProfileNode {

  private final String path;
  private final Map<?, ?> entries;
  private final List<String> faults;
  private final Set<String> asked = new LinkedHashSet<>();

  ProfileNode(String path, Object value, List<String> faults) {
    this.path = path;
    this.faults = faults;
    this.entries = value instanceof Map<?, ?> map ? map : Map.of();
    if (!(value instanceof Map<?, ?>)) {
      faults.add(path + " 应为一组“键: 值”。");
    }
  }

  String path() {
    return path;
  }

  void fault(String key, String sentence) {
    faults.add(at(key) + " " + sentence);
  }

  /** A text that must be there. */
  String text(String key) {
    if (take(key) == null) {
      fault(key, "没有写。");
      return "";
    }
    return text(key, "");
  }

  String text(String key, String fallback) {
    Object value = take(key);
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      fault(key, "应为一个文字。");
      return fallback;
    }
    return value == null ? fallback : value.toString();
  }

  int seconds(String key) {
    Object value = take(key);
    if (value instanceof Integer number && number > 0) {
      return number;
    }
    fault(key, "应为大于 0 的整数。");
    return 1;
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String word = text(key);
    for (E constant : type.getEnumConstants()) {
      if (spelled(constant).equals(word)) {
        return constant;
      }
    }
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(spelled(constant));
    }
    fault(key, "不能是“" + word + "”；可用：" + String.join("、", words) + "。");
    return type.getEnumConstants()[0];
  }

  /** The fallback if nothing is written there. */
  <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    return take(key) == null ? fallback : choice(key, type);
  }

  /** No if nothing is written there. */
  boolean yes(String key) {
    Object value = take(key);
    if (value != null && !(value instanceof Boolean)) {
      fault(key, "应为 true 或 false。");
    }
    return Boolean.TRUE.equals(value);
  }

  private static String spelled(Enum<?> constant) {
    String word = constant.name().replace('_', '-');
    return word.equals("RSA2") || word.equals("SM2")
        ? word
        : word.toLowerCase(java.util.Locale.ROOT);
  }

  ProfileNode node(String key) {
    return new ProfileNode(at(key), take(key), faults);
  }

  /** Empty if nothing is written there. */
  Optional<ProfileNode> optional(String key) {
    return take(key) == null ? Optional.empty() : Optional.of(node(key));
  }

  List<ProfileNode> nodes(String key) {
    Object value = take(key);
    List<ProfileNode> nodes = new ArrayList<>();
    if (value instanceof List<?> list && !list.isEmpty()) {
      for (Object item : list) {
        nodes.add(new ProfileNode(at(key) + "[" + nodes.size() + "]", item, faults));
      }
    } else {
      fault(key, "应为一个不空的列表。");
    }
    return nodes;
  }

  Set<String> words(String key) {
    Object value = take(key);
    Set<String> words = new LinkedHashSet<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> words.add(String.valueOf(item)));
    } else if (value != null) {
      fault(key, "应为一个列表。");
    }
    return words;
  }

  /** Every entry as text; what the keys mean is the caller's business. */
  Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    entries.forEach(
        (key, value) -> {
          asked.add(String.valueOf(key));
          table.put(String.valueOf(key), String.valueOf(value));
        });
    return table;
  }

  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    entries.keySet().forEach(key -> keys.add(String.valueOf(key)));
    return keys;
  }

  /** Complains about what nobody asked for: a misspelt key must not be silently without effect. */
  void done() {
    for (String key : keys()) {
      if (!asked.contains(key)) {
        fault(key, "不认识；可用：" + String.join("、", asked) + "。");
      }
    }
  }

  private Object take(String key) {
    asked.add(key);
    return entries.get(key);
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
