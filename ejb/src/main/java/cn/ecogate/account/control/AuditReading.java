package cn.ecogate.account.control;

import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.ledger.entity.RecordText;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry tells about a person's act, in the words of its own lines.
 *
 * @param who null if the house acted by itself
 * @param place the network address, null if nobody called
 */
public record AuditReading(String act, String who, String place) {

  private static final int LONGEST_ACT = 48;
  private static final int LONGEST_NAME = 60;

  /** Entries that tell of acts even where no person's request stands behind them. */
  private static final Set<String> ACTS = Set.of("audit", "barrier-act");

  /** Empty for what devices record by themselves. */
  public static Optional<AuditReading> of(LedgerEntry entry) {
    boolean called = entry.text().contains("\ncaller: ");
    if (!called && !ACTS.contains(entry.kind())) {
      return Optional.empty();
    }
    RecordText text = RecordText.of(entry.text());
    String who =
        text.value("caller").or(() -> text.value("by")).or(() -> text.value("user")).orElse(null);
    return Optional.of(
        new AuditReading(
            cut(text.value("act").orElse(entry.kind()), LONGEST_ACT),
            who == null ? null : cut(who, LONGEST_NAME),
            text.value("from").orElse(null)));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
