package cn.ecogate.uplink.boundary;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.uplink.control.GapSentence;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Raises an alarm for a platform to which records have not arrived in time (漏传), and says when all
 * of them have.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@PermitAll
public class GapWatch {

  @Inject Platforms platforms;
  @Inject Gaps gaps;
  @Inject AlarmDesk desk;
  @Inject Clock clock;

  /** When an alarm was last said to stand, by platform; the epoch for one that is over. */
  private final Map<String, Instant> said = new HashMap<>();

  @Schedule(hour = "*", minute = "*", second = "15", persistent = false)
  public void runOnce() {
    Instant now = clock.instant();
    for (PlatformLink link : platforms.all()) {
      Gaps.Late late = gaps.late(link.id(), now.minus(GapSentence.PATIENCE));
      Instant before = said.get(link.id());
      if (late.records() == 0) {
        // Also what stands from before the last restart.
        if (before == null || !before.equals(Instant.EPOCH)) {
          desk.clear(Alarm.Kind.MISSED_UPLOAD, link.id());
        }
        said.put(link.id(), Instant.EPOCH);
      } else if (before == null || !before.plus(GapSentence.AGAIN).isAfter(now)) {
        // Once an hour while it lasts: also if a person closed it without curing it.
        desk.raise(
            Alarm.Kind.MISSED_UPLOAD,
            link.id(),
            GapSentence.of(
                link.entry().name(), late.records(), late.blocked(), late.oldest().orElse(now)));
        said.put(link.id(), now);
      }
    }
  }
}
