package cn.ecogate.account.control;

import cn.ecogate.account.entity.AuditStory;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.ledger.entity.RecordText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lays an entry's {@code before-} and {@code after-} lines beside each other. */
public final class AuditDiff {

  private static final String BEFORE = "before-";
  private static final String AFTER = "after-";

  private AuditDiff() {}

  public static AuditStory of(LedgerEntry entry) {
    RecordText text = RecordText.of(entry.text());
    Set<String> items = new LinkedHashSet<>();
    List<AuditStory.Fact> facts = new ArrayList<>();
    for (String name : text.names()) {
      if (name.startsWith(BEFORE)) {
        items.add(name.substring(BEFORE.length()));
      } else if (name.startsWith(AFTER)) {
        items.add(name.substring(AFTER.length()));
      } else if (!name.startsWith("entry-")) {
        text.values(name).forEach(value -> facts.add(new AuditStory.Fact(name, value)));
      }
    }
    return new AuditStory(
        entry,
        items.stream()
            .map(
                name ->
                    new AuditStory.Item(
                        name,
                        text.value(BEFORE + name).orElse(""),
                        text.value(AFTER + name).orElse("")))
            .toList(),
        facts);
  }
}
