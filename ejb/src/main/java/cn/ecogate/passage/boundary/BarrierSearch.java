package cn.ecogate.passage.boundary;

import cn.ecogate.passage.entity.BarrierFilter;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks barriers' records and locks up; never writes. */
@Stateless
@PermitAll
public class BarrierSearch {

  private static final List<BarrierRecord.Kind> TO_BE_EXPLAINED =
      List.of(BarrierRecord.Kind.UNEXPLAINED_LIFT, BarrierRecord.Kind.OPENED_NOT_PASSED);

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /** Newest first; {@code cursor} from the slice before, or null. */
  public Slice<BarrierRecord> find(BarrierFilter filter, String cursor, int rows) {
    List<BarrierRecord> found =
        bound(
                em.createQuery(
                    "SELECT r FROM BarrierRecord r WHERE" + where(filter) + " ORDER BY r.id DESC",
                    BarrierRecord.class),
                filter,
                cursor == null ? Long.MAX_VALUE : position(cursor))
            .setMaxResults(rows + 1)
            .getResultList();
    return found.size() <= rows
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(
            found.subList(0, rows), Optional.of(String.valueOf(found.get(rows - 1).getId())));
  }

  public Optional<BarrierRecord> record(long id) {
    return Optional.ofNullable(em.find(BarrierRecord.class, id));
  }

  /** Lifts whose camera was not asked, or has not answered, recorded before then. */
  public List<BarrierRecord> notPhotographed(Instant before) {
    return em.createQuery(
            "SELECT r FROM BarrierRecord r WHERE r.kind = :lift AND r.photoAnswer IS NULL"
                + " AND r.recordedAt < :before ORDER BY r.id",
            BarrierRecord.class)
        .setParameter("lift", BarrierRecord.Kind.UNEXPLAINED_LIFT)
        .setParameter("before", before)
        .setMaxResults(100)
        .getResultList();
  }

  /** How many there are, exactly. */
  public long count(BarrierFilter filter) {
    return bound(
            em.createQuery(
                "SELECT COUNT(r) FROM BarrierRecord r WHERE" + where(filter), Long.class),
            filter,
            Long.MAX_VALUE)
        .getSingleResult();
  }

  /** What happened at the barrier around a passage, in order. */
  public List<BarrierRecord> ofPassage(String serial) {
    return em.createQuery(
            "SELECT r FROM BarrierRecord r WHERE r.passageSerial = :serial ORDER BY r.id",
            BarrierRecord.class)
        .setParameter("serial", serial)
        .getResultList();
  }

  /** Every lock in force. */
  public List<BarrierLock> locks() {
    return em.createQuery("SELECT l FROM BarrierLock l", BarrierLock.class).getResultList();
  }

  private static String where(BarrierFilter filter) {
    return " r.id < :before"
        + (filter.laneId() == null ? "" : " AND r.laneId = :lane")
        + (filter.kind() == null ? "" : " AND r.kind = :kind")
        + (filter.waiting() ? " AND r.explainedAt IS NULL AND r.kind IN :explained" : "");
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, BarrierFilter filter, long before) {
    query.setParameter("before", before);
    if (filter.laneId() != null) {
      query.setParameter("lane", filter.laneId());
    }
    if (filter.kind() != null) {
      query.setParameter("kind", filter.kind());
    }
    if (filter.waiting()) {
      query.setParameter("explained", TO_BE_EXPLAINED);
    }
    return query;
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new Rejected("cursor", "cursor", "翻页标记不对，请从第一页重新查询。");
    }
  }
}
