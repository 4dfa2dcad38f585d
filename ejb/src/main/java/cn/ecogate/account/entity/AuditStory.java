package cn.ecogate.account.entity;

import cn.ecogate.ledger.entity.LedgerEntry;
import java.util.List;

/**
 * One act as a person reads it.
 *
 * @param items what the thing was before and is after, in the entry's order
 * @param facts every other line of the entry
 */
public record AuditStory(LedgerEntry entry, List<Item> items, List<Fact> facts) {

  public AuditStory {
    items = List.copyOf(items);
    facts = List.copyOf(facts);
  }

  /** An item of the thing; an empty text means there was none. */
  public record Item(String name, String before, String after) {

    public boolean changed() {
      return !before.equals(after);
    }
  }

  /** A line of the entry. */
  public record Fact(String name, String value) {}
}
