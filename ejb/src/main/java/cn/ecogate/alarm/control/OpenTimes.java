package cn.ecogate.alarm.control;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long alarms of one kind stood: the middle says more than the mean, which one forgotten alarm
 * spoils.
 */
public final class OpenTimes {

  private OpenTimes() {}

  /** At least one alarm. */
  public static AlarmStatistics of(Alarm.Kind kind, List<Alarm> alarms, Instant now) {
    List<Duration> open =
        alarms.stream()
            .map(
                alarm ->
                    Duration.between(
                        alarm.getRaisedAt(), alarm.isStanding() ? now : alarm.getOverAt()))
            .sorted()
            .toList();
    List<Duration> seen =
        alarms.stream()
            .filter(alarm -> alarm.getAcknowledgedAt() != null)
            .map(alarm -> Duration.between(alarm.getRaisedAt(), alarm.getAcknowledgedAt()))
            .sorted()
            .toList();
    return new AlarmStatistics(
        kind,
        alarms.size(),
        (int) alarms.stream().filter(Alarm::isStanding).count(),
        (int) alarms.stream().filter(alarm -> alarm.getLevel() > 1).count(),
        seen.isEmpty() ? Optional.empty() : Optional.of(middle(seen)),
        middle(open),
        open.get(open.size() - 1));
  }

  private static Duration middle(List<Duration> sorted) {
    return sorted.get((sorted.size() - 1) / 2);
  }
}
