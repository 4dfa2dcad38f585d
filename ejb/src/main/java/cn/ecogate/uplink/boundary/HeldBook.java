package cn.ecogate.uplink.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.PlatformLine;
import cn.ecogate.uplink.entity.Reconciliation;
import cn.ecogate.uplink.entity.RecordKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What we believe a platform holds, and what is done when it does not. */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class HeldBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;

  /** The passages made in that span that the platform is said to have. */
  public List<OutboxRow> accepted(String platformId, Instant from, Instant to) {
    return em.createQuery(
            "SELECT r FROM OutboxRow r WHERE r.platformId = :platform AND r.kind = :kind"
                + " AND r.createdAt >= :from AND r.createdAt < :to AND r.state = :accepted"
                + " ORDER BY r.id",
            OutboxRow.class)
        .setParameter("platform", platformId)
        .setParameter("kind", RecordKind.PASSAGE)
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("accepted", State.ACCEPTED)
        .getResultList();
  }

  /** Writes the comparison down and puts what is not there back in the queue. */
  public Reconciliation write(
      String platformId, LocalDate day, long ours, long theirs, Collection<OutboxRow> missing) {
    Instant now = clock.instant();
    PlatformLine line = em.find(PlatformLine.class, platformId, LockModeType.PESSIMISTIC_WRITE);
    for (OutboxRow gone : missing) {
      OutboxRow row = em.find(OutboxRow.class, gone.getId(), LockModeType.PESSIMISTIC_WRITE);
      if (row.getState() == State.ACCEPTED) {
        row.missed(now, "对账：平台曾答已接收，但查无此记录，重新上传");
        line.takeBack();
      }
    }
    Reconciliation written = new Reconciliation(platformId, day, now, ours, theirs, missing.size());
    em.persist(written);
    return written;
  }

  /** The latest comparison of that day, empty if there was none. */
  public Optional<Reconciliation> latest(String platformId, LocalDate day) {
    return em.createQuery(
            "SELECT c FROM Reconciliation c WHERE c.platformId = :platform AND c.day = :day"
                + " ORDER BY c.id DESC",
            Reconciliation.class)
        .setParameter("platform", platformId)
        .setParameter("day", day)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
