package cn.ecogate.alarm.control;

import cn.ecogate.alarm.entity.Alarm;
import java.util.Map;

/** How much hurry a kind of alarm has; a kind that nobody rated is serious. */
public final class Severities {

  private static final Map<String, Alarm.Severity> RATED =
      Map.of(
          "UNEXPLAINED_LIFT", Alarm.Severity.SERIOUS,
          "OPENED_NOT_PASSED", Alarm.Severity.NOTICE,
          "BARRIER_LOCKED", Alarm.Severity.NOTICE,
          "LIST_CHANGED", Alarm.Severity.NOTICE,
          "DEVICE_SILENT", Alarm.Severity.URGENT,
          "LISTED_VEHICLE", Alarm.Severity.URGENT,
          "AGAINST_STRATEGY", Alarm.Severity.SERIOUS,
          "SECOND_ENTRANCE", Alarm.Severity.SERIOUS,
          "EXIT_WITHOUT_ENTRANCE", Alarm.Severity.NOTICE);

  private Severities() {}

  public static Alarm.Severity of(Alarm.Kind kind) {
    return RATED.getOrDefault(kind.name(), Alarm.Severity.SERIOUS);
  }
}
