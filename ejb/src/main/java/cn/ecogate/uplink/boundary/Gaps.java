package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.entity.Dispatch.State;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records that should have arrived by now; and what is past its keeping. */
@Stateless
@PermitAll
public class Gaps {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /**
   * What is late.
   *
   * @param blocked how many of the records wait for a person
   */
  public record Late(long records, long blocked, Optional<Instant> oldest) {}

  /** What was made before that moment and has not arrived. */
  public Late late(String platformId, Instant before) {
    Object[] counts =
        em.createQuery(
                "SELECT COUNT(r), SUM(CASE WHEN r.state = :blocked THEN 1 ELSE 0 END),"
                    + " MIN(r.createdAt) FROM OutboxRow r WHERE r.platformId = :platform"
                    + " AND r.state IN :open AND r.createdAt < :before",
                Object[].class)
            .setParameter("blocked", State.BLOCKED)
            .setParameter("platform", platformId)
            .setParameter("open", List.of(State.WAITING, State.CLAIMED, State.BLOCKED))
            .setParameter("before", before)
            .getSingleResult();
    return new Late(
        ((Number) counts[0]).longValue(),
        counts[1] == null ? 0 : ((Number) counts[1]).longValue(),
        Optional.ofNullable((Instant) counts[2]));
  }

  /** Forgets calls made before that moment, at most so many; how many it were. */
  public int forgetCalls(String platformId, Instant before, int most) {
    return em.createNativeQuery(
            "DELETE FROM platform_call WHERE platform_id = ? AND called_at < ?"
                + " ORDER BY called_at LIMIT "
                + most)
        .setParameter(1, platformId)
        .setParameter(2, java.sql.Timestamp.from(before))
        .executeUpdate();
  }
}
