package cn.ecogate.release.boundary;

import cn.ecogate.account.boundary.AccountBook;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.release.control.DutyRules;
import cn.ecogate.release.entity.DutyFilter;
import cn.ecogate.release.entity.LiftDuty;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up what people have to explain; never writes. */
@Stateless
@PermitAll
public class DutySearch {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject AccountBook accounts;
  @Inject Clock clock;

  /** Newest first; {@code cursor} from the slice before, or null. */
  public Slice<LiftDuty> find(DutyFilter filter, String cursor, int rows) {
    List<LiftDuty> found =
        query(
                "SELECT d FROM LiftDuty d",
                filter,
                cursor == null ? Long.MAX_VALUE : position(cursor),
                " ORDER BY d.recordId DESC",
                LiftDuty.class)
            .setMaxResults(rows + 1)
            .getResultList();
    return found.size() <= rows
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(
            found.subList(0, rows), Optional.of(String.valueOf(found.get(rows - 1).getRecordId())));
  }

  /** How many there are, exactly. */
  public long count(DutyFilter filter) {
    return query("SELECT COUNT(d) FROM LiftDuty d", filter, Long.MAX_VALUE, "", Long.class)
        .getSingleResult();
  }

  public Optional<LiftDuty> duty(long recordId) {
    return Optional.ofNullable(em.find(LiftDuty.class, recordId));
  }

  /** The people a duty may be given to. */
  public List<String> assignable() {
    return DutyRules.assignable(accounts.cards(""));
  }

  /** Records that wait for an explanation and are nobody's duty yet. */
  public List<Long> nobodys() {
    return em.createQuery(
            "SELECT r.id FROM BarrierRecord r WHERE r.explainedAt IS NULL AND r.kind IN :kinds"
                + " AND NOT EXISTS (SELECT d FROM LiftDuty d WHERE d.recordId = r.id)"
                + " ORDER BY r.id",
            Long.class)
        .setParameter(
            "kinds",
            List.of(BarrierRecord.Kind.UNEXPLAINED_LIFT, BarrierRecord.Kind.OPENED_NOT_PASSED))
        .setMaxResults(100)
        .getResultList();
  }

  /** Open duties whose time is over and of whom nobody was reminded. */
  public List<Long> overdue() {
    return em.createQuery(
            "SELECT d.recordId FROM LiftDuty d WHERE d.state = :open AND d.dueAt < :now"
                + " AND d.remindedAt IS NULL",
            Long.class)
        .setParameter("open", LiftDuty.State.OPEN)
        .setParameter("now", clock.instant())
        .getResultList();
  }

  private <T> TypedQuery<T> query(
      String select, DutyFilter filter, long before, String order, Class<T> type) {
    List<String> conditions = new ArrayList<>(List.of("d.recordId < :before"));
    Map<String, Object> values = new LinkedHashMap<>(Map.of("before", before));
    if (filter.laneId() != null && !filter.laneId().isBlank()) {
      conditions.add("d.laneId = :lane");
      values.put("lane", filter.laneId());
    }
    if (filter.which() != null) {
      conditions.add("d.state = :state");
      switch (filter.which()) {
        case MINE -> {
          conditions.add("d.assignedTo = :person");
          values.put("person", filter.person());
          values.put("state", LiftDuty.State.OPEN);
        }
        case OPEN -> values.put("state", LiftDuty.State.OPEN);
        case OVERDUE -> {
          conditions.add("d.dueAt < :now");
          values.put("now", clock.instant());
          values.put("state", LiftDuty.State.OPEN);
        }
        case TO_REVIEW -> values.put("state", LiftDuty.State.EXPLAINED);
        case REVIEWED -> values.put("state", LiftDuty.State.REVIEWED);
      }
    }
    TypedQuery<T> query =
        em.createQuery(select + " WHERE " + String.join(" AND ", conditions) + order, type);
    values.forEach(query::setParameter);
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
