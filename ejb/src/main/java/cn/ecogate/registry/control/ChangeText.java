package cn.ecogate.registry.control;

import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.registry.entity.FilingChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an audit entry of a register back: what was done, and which items it changed. */
public final class ChangeText {

  private static final String BEFORE = "before-";
  private static final String AFTER = "after-";
  private static final String NOTHING = "—";

  private ChangeText() {}

  public static FilingChange read(LedgerEntry entry) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : entry.text().split("\n")) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        lines.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return new FilingChange(
        entry.seq(),
        lines.getOrDefault("act", ""),
        lines.getOrDefault("user", ""),
        entry.at(),
        differences(lines));
  }

  private static List<String> differences(Map<String, String> lines) {
    Set<String> items = new LinkedHashSet<>();
    boolean changed = false;
    for (String name : lines.keySet()) {
      if (name.startsWith(BEFORE)) {
        changed = true;
        items.add(name.substring(BEFORE.length()));
      } else if (name.startsWith(AFTER)) {
        items.add(name.substring(AFTER.length()));
      }
    }
    List<String> found = new ArrayList<>();
    if (changed) {
      for (String item : items) {
        String before = lines.getOrDefault(BEFORE + item, NOTHING);
        String after = lines.getOrDefault(AFTER + item, NOTHING);
        if (!before.equals(after)) {
          found.add(item + ": " + before + " → " + after);
        }
      }
    }
    return found;
  }
}
