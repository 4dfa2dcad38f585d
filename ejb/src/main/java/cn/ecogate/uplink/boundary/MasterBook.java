package cn.ecogate.uplink.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.boundary.RowAlong;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.uplink.control.MasterText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Writes the plant's own data into the ledger when it has changed, each card for itself. */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class MasterBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject DispatchBook dispatches;

  /**
   * Appends the card if it says something new; otherwise sees to it that every platform has its
   * dispatch, also one that joined the site since.
   *
   * @return true if it was new
   */
  public boolean keep(String subject, CanonicalText card) {
    List<LedgerEntry> before = ledger.about(MasterText.KIND, subject);
    LedgerEntry last = before.isEmpty() ? null : before.get(before.size() - 1);
    if (last == null || !last.text().startsWith(card.toString())) {
      ledger.append(MasterText.KIND, subject, card);
      return true;
    }
    for (RowAlong row : dispatches.rows(last)) {
      Query insert =
          em.createNativeQuery(row.insert().replaceFirst("^INSERT INTO", "INSERT IGNORE INTO"));
      int place = 1;
      for (Object value : row.values()) {
        insert.setParameter(
            place++,
            value instanceof LocalDateTime at
                ? Timestamp.from(at.toInstant(ZoneOffset.UTC))
                : value);
      }
      insert.executeUpdate();
    }
    return false;
  }
}
