package cn.ecogate.alarm.boundary;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmPlan;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The plan of escalation as rows: one per severity and level, once somebody has changed it. */
final class PlanRows {

  private PlanRows() {}

  static AlarmPlan read(EntityManager em) {
    List<?> rows =
        em.createNativeQuery("SELECT severity, level, minutes FROM alarm_step").getResultList();
    Map<Alarm.Severity, AlarmPlan.Steps> steps = new EnumMap<>(Alarm.Severity.class);
    for (Alarm.Severity severity : Alarm.Severity.values()) {
      steps.put(
          severity, new AlarmPlan.Steps(minutes(rows, severity, 2), minutes(rows, severity, 3)));
    }
    return new AlarmPlan(steps);
  }

  static void write(EntityManager em, AlarmPlan plan) {
    plan.steps()
        .forEach(
            (severity, steps) -> {
              write(em, severity, 2, steps.toOfficer());
              write(em, severity, 3, steps.toAdministrator());
            });
  }

  private static void write(EntityManager em, Alarm.Severity severity, int level, int minutes) {
    em.createNativeQuery(
            "INSERT INTO alarm_step (severity, level, minutes) VALUES (?1, ?2, ?3)"
                + " ON DUPLICATE KEY UPDATE minutes = VALUES(minutes)")
        .setParameter(1, severity.ordinal())
        .setParameter(2, level)
        .setParameter(3, minutes)
        .executeUpdate();
  }

  private static int minutes(List<?> rows, Alarm.Severity severity, int level) {
    return rows.stream()
        .map(row -> (Object[]) row)
        .filter(row -> number(row[0]) == severity.ordinal() && number(row[1]) == level)
        .mapToInt(row -> number(row[2]))
        .findFirst()
        .orElseGet(() -> usual(severity, level));
  }

  private static int usual(Alarm.Severity severity, int level) {
    AlarmPlan.Steps steps = AlarmPlan.USUAL.steps().get(severity);
    return level == 2 ? steps.toOfficer() : steps.toAdministrator();
  }

  /** A TINYINT may come as a number or, being one digit, as a boolean. */
  private static int number(Object column) {
    return column instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) column).intValue();
  }
}
