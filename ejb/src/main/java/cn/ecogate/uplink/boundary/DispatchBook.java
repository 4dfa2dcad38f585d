package cn.ecogate.uplink.boundary;

import cn.ecogate.ledger.boundary.RowAlong;
import cn.ecogate.ledger.boundary.WrittenAlong;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.uplink.control.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Notes for every platform what of an entry has to be sent, inside the transaction that records it:
 * no record without its dispatch, no dispatch without its record.
 */
@ApplicationScoped
public class DispatchBook implements WrittenAlong {

  private static final String INSERT =
      "INSERT INTO dispatch (platform_id, idempotency_key, ledger_seq, kind, subject, vehicle, lane,"
          + " gate, complete, missing, state, backlog, tries, created_at, next_try_at) VALUES ";
  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', FALSE, 0, ?, ?)";

  @Inject SiteBook siteBook;
  @Inject Platforms platforms;

  @Override
  public List<RowAlong> rows(LedgerEntry entry) {
    String enterprise = siteBook.site().enterprise().number();
    return Outgoing.of(entry, enterprise).stream()
        .flatMap(draft -> rows(entry, draft, enterprise).stream())
        .toList();
  }

  private List<RowAlong> rows(LedgerEntry entry, Outgoing.Draft draft, String enterprise) {
    List<String> takers =
        platforms.all().stream()
            .filter(link -> link.takes(draft.kind()))
            .filter(link -> draft.only().map(link.id()::equals).orElse(true))
            .map(PlatformLink::id)
            .toList();
    if (takers.isEmpty()) {
      return List.of();
    }
    List<RowAlong> rows = new ArrayList<>(List.of(noted(entry, draft, takers)));
    Outgoing.amended(entry, draft, enterprise)
        .map(amended -> judgedAnew(amended, takers))
        .ifPresent(rows::add);
    return rows;
  }

  /** What a platform is told of a record's correction counts for that record's completeness. */
  private static RowAlong judgedAnew(Outgoing.Amended amended, List<String> takers) {
    List<Object> values = new ArrayList<>();
    values.add(amended.missing().isEmpty());
    values.add(amended.missing().isEmpty() ? null : String.join(",", amended.missing()));
    values.addAll(takers);
    values.add(amended.key());
    return new RowAlong(
        "UPDATE dispatch SET complete = ?, missing = ? WHERE platform_id IN ("
            + String.join(", ", Collections.nCopies(takers.size(), "?"))
            + ") AND idempotency_key = ?",
        values);
  }

  private static RowAlong noted(LedgerEntry entry, Outgoing.Draft draft, List<String> takers) {
    Boolean complete = draft.missing().map(List::isEmpty).orElse(null);
    String missing =
        draft
            .missing()
            .filter(items -> !items.isEmpty())
            .map(i -> String.join(",", i))
            .orElse(null);
    LocalDateTime at = LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC);
    List<Object> values = new ArrayList<>();
    for (String platform : takers) {
      values.addAll(
          Arrays.asList(
              platform,
              draft.key(),
              entry.seq(),
              draft.kind().name(),
              draft.subject(),
              draft.vehicle().orElse(null),
              draft.lane(),
              draft.gate(),
              complete,
              missing,
              at,
              at));
    }
    return new RowAlong(
        INSERT + String.join(", ", Collections.nCopies(takers.size(), ROW)), values);
  }
}
