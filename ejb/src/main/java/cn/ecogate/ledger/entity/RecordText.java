package cn.ecogate.ledger.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger entry's canonical text taken apart again: a form line, then {@code name: value} lines.
 */
public final class RecordText {

  /** The line in which a release names its passage's entry. */
  public static final String PASSAGE_ENTRY = "passage-entry";

  private final String form;
  private final Map<String, List<String>> lines;

  private RecordText(String form, Map<String, List<String>> lines) {
    this.form = form;
    this.lines = lines;
  }

  /** Takes a text apart; a line without a colon breaks the ledger's own law. */
  public static RecordText of(String text) {
    String[] all = text.split("\n");
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (int i = 1; i < all.length; i++) {
      int colon = all[i].indexOf(": ");
      if (colon < 0) {
        throw new IllegalStateException("ledger text of " + all[0] + " has no name in line " + i);
      }
      lines
          .computeIfAbsent(all[i].substring(0, colon), name -> new ArrayList<>())
          .add(unescape(all[i].substring(colon + 2)));
    }
    return new RecordText(all[0], lines);
  }

  /** Both together; where both have a name, this text's lines count. */
  public RecordText over(RecordText beneath) {
    Map<String, List<String>> both = new LinkedHashMap<>(beneath.lines);
    both.putAll(lines);
    return new RecordText(form, both);
  }

  public String form() {
    return form;
  }

  /** The names in the text's order, each once. */
  public List<String> names() {
    return List.copyOf(lines.keySet());
  }

  /** The first value of that name, empty if there is none or it is blank. */
  public Optional<String> value(String name) {
    return values(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  /** Every value of that name, in the text's order. */
  public List<String> values(String name) {
    return lines.getOrDefault(name, List.of());
  }

  /** The same with that value instead; empty text takes the item away. */
  public RecordText with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(lines);
    changed.put(name, List.of(value));
    return new RecordText(form, changed);
  }

  private static String unescape(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        plain.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
