package cn.ecogate.alarm.entity;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long an alarm of each severity may stand unacknowledged before it is the officer's, and
 * before it is the administrator's.
 */
public record AlarmPlan(Map<Alarm.Severity, Steps> steps) {

  /** Until the administrator says otherwise. */
  public static final AlarmPlan USUAL =
      new AlarmPlan(
          Map.of(
              Alarm.Severity.NOTICE, new Steps(60, 240),
              Alarm.Severity.SERIOUS, new Steps(15, 60),
              Alarm.Severity.URGENT, new Steps(5, 15)));

  public AlarmPlan {
    steps = new EnumMap<>(steps);
  }

  /** Since it was raised, in minutes; the second is the longer. */
  public record Steps(int toOfficer, int toAdministrator) {}

  /** 1 guard, 2 officer, 3 administrator. */
  public int level(Alarm.Severity severity, Duration unacknowledged) {
    Steps plan = steps.get(severity);
    if (unacknowledged.compareTo(Duration.ofMinutes(plan.toAdministrator())) >= 0) {
      return Alarm.HIGHEST_LEVEL;
    }
    return unacknowledged.compareTo(Duration.ofMinutes(plan.toOfficer())) >= 0 ? 2 : 1;
  }
}
