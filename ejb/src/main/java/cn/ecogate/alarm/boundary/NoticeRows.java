package cn.ecogate.alarm.boundary;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmNotice;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Notes that channels have to be told, in the transaction in which the alarm changes. The unique
 * key keeps the same change from being told twice.
 */
final class NoticeRows {

  private static final String INSERT =
      "INSERT IGNORE INTO alarm_notice (alarm_id, channel_id, event, state, tries, created_at,"
          + " next_try_at) SELECT a.id, c.id, ?1, 'WAITING', 0, ?2, ?2 FROM alarm a JOIN"
          + " alarm_channel c ON c.enabled AND c.severity <= a.severity AND c.level <= a.level";

  /** Whoever never heard of it is not told that it is over. */
  private static final String HEARD =
      " AND EXISTS (SELECT 1 FROM alarm_notice n WHERE n.alarm_id = a.id AND n.channel_id = c.id)";

  private NoticeRows() {}

  /** The one of that kind and subject was just raised. */
  static void ofTheOneStanding(
      EntityManager em, Alarm.Kind kind, String subject, AlarmNotice.Event event, Instant now) {
    em.createNativeQuery(INSERT + " WHERE a.standing = TRUE AND a.kind = ?3 AND a.subject = ?4")
        .setParameter(1, event.name())
        .setParameter(2, Timestamp.from(now))
        .setParameter(3, kind.name())
        .setParameter(4, subject)
        .executeUpdate();
  }

  /** Somebody or the house has done something to it. */
  static void of(EntityManager em, long alarm, AlarmNotice.Event event, Instant now) {
    em.flush();
    boolean climbed = event == AlarmNotice.Event.LEVEL_2 || event == AlarmNotice.Event.LEVEL_3;
    em.createNativeQuery(INSERT + " WHERE a.id = ?3" + (climbed ? "" : HEARD))
        .setParameter(1, event.name())
        .setParameter(2, Timestamp.from(now))
        .setParameter(3, alarm)
        .executeUpdate();
  }
}
