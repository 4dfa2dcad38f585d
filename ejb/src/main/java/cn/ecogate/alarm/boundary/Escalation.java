package cn.ecogate.alarm.boundary;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmNotice;
import cn.ecogate.alarm.entity.AlarmPlan;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Hands an alarm that nobody acknowledges to the next one who is responsible. */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
public class Escalation {

  private static final Logger LOG = System.getLogger(Escalation.class.getName());

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;
  @Inject Event<AlarmsChanged> changed;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void tick() {
    runOnce();
  }

  /** How many climbed. */
  public int runOnce() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    AlarmPlan plan = PlanRows.read(em);
    List<Alarm> waiting =
        em.createQuery(
                "SELECT a FROM Alarm a WHERE a.standing = TRUE AND a.state = :raised"
                    + " AND a.level < :highest ORDER BY a.id",
                Alarm.class)
            .setParameter("raised", Alarm.State.RAISED)
            .setParameter("highest", Alarm.HIGHEST_LEVEL)
            .getResultList();
    return (int)
        waiting.stream().filter(alarm -> due(alarm, plan, now) && climb(alarm, plan, now)).count();
  }

  /** Somebody may have acknowledged it since it was read. */
  private boolean climb(Alarm seen, AlarmPlan plan, Instant now) {
    em.refresh(seen, LockModeType.PESSIMISTIC_WRITE);
    if (seen.getState() != Alarm.State.RAISED || !due(seen, plan, now)) {
      return false;
    }
    int level = level(seen, plan, now);
    seen.climb(level, now);
    NoticeRows.of(em, seen.getId(), AlarmNotice.Event.climbedTo(level), now);
    changed.fire(new AlarmsChanged(seen.getKind(), seen.getSubject()));
    LOG.log(
        Level.INFO,
        "Alarm {0} {1} was not acknowledged and is now at level {2}",
        seen.getKind(),
        seen.getSubject(),
        level);
    return true;
  }

  private static boolean due(Alarm alarm, AlarmPlan plan, Instant now) {
    return level(alarm, plan, now) > alarm.getLevel();
  }

  private static int level(Alarm alarm, AlarmPlan plan, Instant now) {
    return plan.level(alarm.getSeverity(), Duration.between(alarm.getRaisedAt(), now));
  }
}
