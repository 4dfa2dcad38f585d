package cn.ecogate.alarm.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.AUDITOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.INSPECTOR;
import static cn.ecogate.account.entity.Role.Names.KEEPER;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.alarm.control.AlarmText;
import cn.ecogate.alarm.control.OpenTimes;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmFilter;
import cn.ecogate.alarm.entity.AlarmNotice;
import cn.ecogate.alarm.entity.AlarmStatistics;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The alarms as people meet them: listed, acknowledged, closed with a cause. */
@Stateless
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD, KEEPER, INSPECTOR, AUDITOR})
public class Alarms {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject Event<AlarmsChanged> changed;

  @Resource SessionContext session;

  /** How many stand. */
  public long standing() {
    return count(new AlarmFilter(AlarmFilter.Which.STANDING, null, null));
  }

  /** How many there are, exactly. */
  public long count(AlarmFilter filter) {
    return bound(
            em.createQuery("SELECT COUNT(a) FROM Alarm a WHERE" + where(filter), Long.class),
            filter,
            Long.MAX_VALUE)
        .getSingleResult();
  }

  /** Newest first; {@code cursor} from the slice before, or null. */
  public Slice<Alarm> find(AlarmFilter filter, String cursor, int rows) {
    List<Alarm> found =
        bound(
                em.createQuery(
                    "SELECT a FROM Alarm a WHERE" + where(filter) + " ORDER BY a.id DESC",
                    Alarm.class),
                filter,
                cursor == null ? Long.MAX_VALUE : position(cursor))
            .setMaxResults(rows + 1)
            .getResultList();
    return found.size() <= rows
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(
            found.subList(0, rows), Optional.of(String.valueOf(found.get(rows - 1).getId())));
  }

  /** How long alarms raised since then stood, by kind. */
  public List<AlarmStatistics> statistics(Instant since) {
    return em
        .createQuery(
            "SELECT a FROM Alarm a WHERE a.raisedAt >= :since ORDER BY a.kind", Alarm.class)
        .setParameter("since", since)
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(Alarm::getKind, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(kind -> OpenTimes.of(kind.getKey(), kind.getValue(), now()))
        .toList();
  }

  /** Somebody has seen it; the first to do so stays named. */
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD})
  public Alarm acknowledge(long id) {
    Alarm alarm = standing(id);
    if (alarm.getState() == Alarm.State.RAISED) {
      Instant now = now();
      alarm.acknowledge(who(), now);
      NoticeRows.of(em, id, AlarmNotice.Event.ACKNOWLEDGED, now);
      changed.fire(new AlarmsChanged(alarm.getKind(), alarm.getSubject()));
      ledger.append("audit", subject(alarm), AlarmText.acknowledged(alarm, who(), now));
    }
    return alarm;
  }

  /** Somebody has dealt with it and says how; the same thing raises a new one from now on. */
  @RolesAllowed({ADMINISTRATOR, OFFICER, GUARD})
  public Alarm close(long id, Alarm.Finding finding, String cause) {
    Alarm.Finding found = AlarmText.finding(finding);
    String why = AlarmText.cause(cause);
    Alarm alarm = standing(id);
    Instant now = now();
    alarm.close(who(), found, why, now);
    NoticeRows.of(em, id, AlarmNotice.Event.CLOSED, now);
    changed.fire(new AlarmsChanged(alarm.getKind(), alarm.getSubject()));
    ledger.append("audit", subject(alarm), AlarmText.closed(alarm, who(), now));
    return alarm;
  }

  private Alarm standing(long id) {
    Alarm alarm = em.find(Alarm.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (alarm == null) {
      throw new Rejected("not-found", "", "没有编号为 " + id + " 的告警。");
    }
    if (!alarm.isStanding()) {
      throw new Rejected("alarm-over", "", "这条告警" + alarm.getState().label() + "，不用再处理。请刷新列表。");
    }
    return alarm;
  }

  private static String subject(Alarm alarm) {
    return "alarm:" + alarm.getId();
  }

  private static String where(AlarmFilter filter) {
    StringBuilder where = new StringBuilder(" a.id < :before");
    if (filter.which() != null) {
      where.append(
          switch (filter.which()) {
            case STANDING -> " AND a.standing = TRUE";
            case UNACKNOWLEDGED -> " AND a.standing = TRUE AND a.state = :raised";
            case OVER -> " AND a.standing IS NULL";
          });
    }
    where.append(filter.kind() == null ? "" : " AND a.kind = :kind");
    where.append(subjectOf(filter).isEmpty() ? "" : " AND LOCATE(:subject, a.subject) = 1");
    return where.toString();
  }

  private static <T> TypedQuery<T> bound(TypedQuery<T> query, AlarmFilter filter, long before) {
    query.setParameter("before", before);
    if (filter.which() == AlarmFilter.Which.UNACKNOWLEDGED) {
      query.setParameter("raised", Alarm.State.RAISED);
    }
    if (filter.kind() != null) {
      query.setParameter("kind", filter.kind());
    }
    subjectOf(filter).ifPresent(subject -> query.setParameter("subject", subject));
    return query;
  }

  private static Optional<String> subjectOf(AlarmFilter filter) {
    return Optional.ofNullable(filter.subject()).filter(text -> !text.isBlank()).map(String::strip);
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new Rejected("cursor", "cursor", "翻页标记不对，请从第一页重新查询。");
    }
  }
}
