package cn.ecogate.alarm.boundary;

import cn.ecogate.alarm.control.AlarmText;
import cn.ecogate.alarm.control.Severities;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmNotice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Where the house itself raises an alarm and says that its cause is over. In the caller's
 * transaction if there is one: whoever must not fail with it calls after its own commit.
 */
@Stateless
@PermitAll
public class AlarmDesk {

  private static final System.Logger LOG = System.getLogger(AlarmDesk.class.getName());

  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;
  @Inject Event<AlarmsChanged> changed;

  /** For the container. */
  public AlarmDesk() {}

  /** For tests: what the container would inject. */
  public AlarmDesk(EntityManager em, Clock clock, Event<AlarmsChanged> changed) {
    this.em = em;
    this.clock = clock;
    this.changed = changed;
  }

  /**
   * Raises it, or counts one more occurrence if the same one stands already.
   *
   * @param subject a lane's or a device's id, or a vehicle
   * @param sentence what happened, in Chinese, for the person who has to act
   */
  public void raise(Alarm.Kind kind, String subject, String sentence) {
    Timestamp now = Timestamp.from(now());
    boolean fresh =
        1
            == em.createNativeQuery(
                    "INSERT INTO alarm (kind, subject, sentence, state, standing, occurrences, raised_at,"
                        + " last_at, severity) VALUES (?1, ?2, ?3, 'RAISED', TRUE, 1, ?4, ?4, ?5)"
                        + " ON DUPLICATE KEY UPDATE occurrences = occurrences + 1,"
                        + " last_at = VALUES(last_at)")
                .setParameter(1, kind.name())
                .setParameter(2, subject)
                .setParameter(3, AlarmText.sentence(sentence))
                .setParameter(4, now)
                .setParameter(5, Severities.of(kind).ordinal())
                .executeUpdate();
    if (fresh) {
      NoticeRows.ofTheOneStanding(em, kind, subject, AlarmNotice.Event.RAISED, now.toInstant());
      LOG.log(Level.INFO, "Alarm {0} {1}: {2}", kind, subject, sentence);
    }
    changed.fire(new AlarmsChanged(kind, subject));
  }

  /**
   * The same, but not again on the day on which a person has closed it: for what happens to a
   * vehicle, which may come back every few minutes.
   *
   * @param subject a vehicle, e.g. 云A12345（黄）
   */
  public void raiseOnceADay(Alarm.Kind kind, String subject, String sentence) {
    Instant today = clock.instant().atZone(PLANT_ZONE).truncatedTo(ChronoUnit.DAYS).toInstant();
    boolean closedToday =
        !em.createQuery(
                "SELECT a.id FROM Alarm a WHERE a.kind = :kind AND a.subject = :subject"
                    + " AND a.standing IS NULL AND a.raisedAt >= :today",
                Long.class)
            .setParameter("kind", kind)
            .setParameter("subject", subject)
            .setParameter("today", today)
            .setMaxResults(1)
            .getResultList()
            .isEmpty();
    if (!closedToday) {
      raise(kind, subject, sentence);
    }
  }

  /** Its cause is over; nothing happens if none stands. */
  public void clear(Alarm.Kind kind, String subject) {
    em.createQuery(
            "SELECT a FROM Alarm a"
                + " WHERE a.standing = TRUE AND a.kind = :kind AND a.subject = :subject",
            Alarm.class)
        .setParameter("kind", kind)
        .setParameter("subject", subject)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .forEach(
            alarm -> {
              Instant now = now();
              alarm.clear(now);
              NoticeRows.of(em, alarm.getId(), AlarmNotice.Event.CLEARED, now);
              changed.fire(new AlarmsChanged(kind, subject));
            });
  }

  /** The same for every one of that kind that was raised before then. */
  public void clearOlder(Alarm.Kind kind, Instant before) {
    em.createQuery(
            "SELECT a.subject FROM Alarm a"
                + " WHERE a.standing = TRUE AND a.kind = :kind AND a.raisedAt < :before",
            String.class)
        .setParameter("kind", kind)
        .setParameter("before", before)
        .getResultList()
        .forEach(subject -> clear(kind, subject));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
