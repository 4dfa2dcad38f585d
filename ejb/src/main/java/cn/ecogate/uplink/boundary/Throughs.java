package cn.ecogate.uplink.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.OutboxRow;
import cn.ecogate.uplink.entity.RecordKind;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** What a platform calls the passages it has, so that an exit can name its entrance. */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class Throughs {

  /** Refused attempts may stand between an entrance and its exit; so many are looked past. */
  private static final int LOOKED_AT = 10;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /** The vehicle's passages before that one on the same platform, latest first. */
  public List<OutboxRow> before(OutboxRow passage) {
    OutboxRow own = passage.getKind() == RecordKind.PASSAGE ? passage : ofRelease(passage);
    if (own.getVehicle() == null) {
      return List.of();
    }
    return em.createQuery(
            "SELECT r FROM OutboxRow r WHERE r.platformId = :platform AND r.vehicle = :vehicle"
                + " AND r.ledgerSeq < :seq ORDER BY r.ledgerSeq DESC",
            OutboxRow.class)
        .setParameter("platform", own.getPlatformId())
        .setParameter("vehicle", own.getVehicle())
        .setParameter("seq", own.getLedgerSeq())
        .setMaxResults(LOOKED_AT)
        .getResultList();
  }

  /** It, or its release, is still to be sent. */
  public boolean waits(OutboxRow passage) {
    return told(passage).stream()
        .anyMatch(row -> row.getState() == State.WAITING || row.getState() == State.CLAIMED);
  }

  /** The platform's number of it; of its release, if somebody released it. */
  public Optional<String> number(OutboxRow passage) {
    return told(passage).stream().flatMap(row -> row.throughId().stream()).findFirst();
  }

  /** The passage and its release, the release first. */
  private List<OutboxRow> told(OutboxRow passage) {
    return em.createQuery(
            "SELECT r FROM OutboxRow r WHERE r.subject = :subject AND r.platformId = :platform"
                + " AND r.kind IN (:passage, :release) ORDER BY r.ledgerSeq DESC",
            OutboxRow.class)
        .setParameter("subject", passage.getSubject())
        .setParameter("platform", passage.getPlatformId())
        .setParameter("passage", RecordKind.PASSAGE)
        .setParameter("release", RecordKind.RELEASE)
        .getResultList();
  }

  private OutboxRow ofRelease(OutboxRow release) {
    return told(release).stream()
        .filter(row -> row.getKind() == RecordKind.PASSAGE)
        .findFirst()
        .orElse(release);
  }
}
