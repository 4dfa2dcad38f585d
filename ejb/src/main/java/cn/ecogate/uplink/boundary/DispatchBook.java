package cn.ecogate.uplink.boundary;

import cn.ecogate.ledger.boundary.RowAlong;
import cn.ecogate.ledger.boundary.WrittenAlong;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.PlatformEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Notes for every platform that a passage, or a person's release of one, has to be sent, inside the
 * transaction that records it: no record without its dispatch, no dispatch without its record.
 */
@ApplicationScoped
public class DispatchBook implements WrittenAlong {

  private static final String INSERT =
      "INSERT INTO dispatch (platform_id, idempotency_key, ledger_seq, passage_serial, lane, state,"
          + " backlog, tries, created_at, next_try_at) VALUES ";
  private static final String ROW = "(?, ?, ?, ?, ?, 'WAITING', FALSE, 0, ?, ?)";

  @Inject SiteBook siteBook;

  @Override
  public List<RowAlong> rows(LedgerEntry entry) {
    List<PlatformEntry> platforms = siteBook.site().platforms();
    boolean release = entry.kind().equals("release");
    if (!release && !entry.kind().equals("passage") || platforms.isEmpty()) {
      return List.of();
    }
    String key = siteBook.site().enterprise().number() + "-" + entry.subject();
    String lane = line("lane", entry.text());
    String passage = release ? line("settles", entry.text()) : entry.subject();
    LocalDateTime at = LocalDateTime.ofInstant(entry.at(), ZoneOffset.UTC);
    List<Object> values = new ArrayList<>();
    for (PlatformEntry platform : platforms) {
      values.addAll(List.of(platform.id(), key, entry.seq(), passage, lane, at, at));
    }
    String rows = String.join(", ", Collections.nCopies(platforms.size(), ROW));
    return List.of(new RowAlong(INSERT + rows, values));
  }

  private static String line(String name, String text) {
    int start = text.indexOf("\n" + name + ": ");
    if (start < 0) {
      throw new IllegalStateException("a text that is to be sent has no " + name);
    }
    int from = start + name.length() + 3;
    return text.substring(from, text.indexOf('\n', from));
  }
}
