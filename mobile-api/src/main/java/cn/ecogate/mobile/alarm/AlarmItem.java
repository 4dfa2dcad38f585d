package cn.ecogate.mobile.alarm;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.mobile.Word;
import java.time.Instant;

/** An alarm, and how far it has been dealt with. */
public record AlarmItem(
    long id,
    Word kind,
    String subject,
    String sentence,
    Word state,
    Word severity,
    int level,
    int occurrences,
    Instant raisedAt,
    Instant lastAt,
    Instant acknowledgedAt,
    String acknowledgedBy,
    Instant overAt,
    String closedBy,
    Word finding,
    String cause) {

  static AlarmItem of(Alarm alarm) {
    return new AlarmItem(
        alarm.getId(),
        Word.of(alarm.getKind(), alarm.getKind().label()),
        alarm.getSubject(),
        alarm.getSentence(),
        Word.of(alarm.getState(), alarm.getState().label()),
        Word.of(alarm.getSeverity(), alarm.getSeverity().label()),
        alarm.getLevel(),
        alarm.getOccurrences(),
        alarm.getRaisedAt(),
        alarm.getLastAt(),
        alarm.getAcknowledgedAt(),
        alarm.getAcknowledgedBy(),
        alarm.getOverAt(),
        alarm.getClosedBy(),
        alarm.getFinding() == null ? null : Word.of(alarm.getFinding(), alarm.getFinding().label()),
        alarm.getCause());
  }
}
