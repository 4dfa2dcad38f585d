package cn.ecogate.uplink.boundary;

import cn.ecogate.ledger.boundary.EntryAppended;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.PlatformEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;

/**
 * Notes for every platform that a passage has to be sent, inside the transaction that records it:
 * no record without its dispatch, no dispatch without its record.
 */
@ApplicationScoped
public class DispatchBook {

  private static final String INSERT =
      "INSERT INTO dispatch (platform_id, idempotency_key, ledger_seq, passage_serial, lane, state,"
          + " backlog, tries, created_at, next_try_at) VALUES ";
  private static final String ROW = "(?, ?, ?, ?, ?, 'WAITING', FALSE, 0, ?, ?)";

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject SiteBook siteBook;

  /** One statement whatever the number of platforms: a truck is waiting for this commit. */
  void note(@Observes EntryAppended appended) {
    LedgerEntry entry = appended.entry();
    List<PlatformEntry> platforms = siteBook.site().platforms();
    if (!entry.kind().equals("passage") || platforms.isEmpty()) {
      return;
    }
    String key = siteBook.site().enterprise().number() + "-" + entry.subject();
    String lane = lane(entry.text());
    Timestamp at = Timestamp.from(entry.at());
    Query insert =
        em.createNativeQuery(
            INSERT + String.join(", ", Collections.nCopies(platforms.size(), ROW)));
    int place = 1;
    for (PlatformEntry platform : platforms) {
      insert.setParameter(place++, platform.id());
      insert.setParameter(place++, key);
      insert.setParameter(place++, entry.seq());
      insert.setParameter(place++, entry.subject());
      insert.setParameter(place++, lane);
      insert.setParameter(place++, at);
      insert.setParameter(place++, at);
    }
    insert.executeUpdate();
  }

  private static String lane(String text) {
    int start = text.indexOf("\nlane: ");
    if (start < 0) {
      throw new IllegalStateException("a passage's ledger text has no lane");
    }
    int from = start + "\nlane: ".length();
    return text.substring(from, text.indexOf('\n', from));
  }
}
