package cn.ecogate.device.boundary;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.device.control.Silence;
import cn.ecogate.device.entity.DeviceStatus;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Raises an alarm for a device that has been away longer than its {@code silence-minutes}, and says
 * when it is over: it is back, or it was taken away.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@PermitAll
public class SilenceWatch {

  @Inject DeviceWatch watch;
  @Inject AlarmDesk desk;
  @Inject Clock clock;

  /** What was said last about each device: true = an alarm stands. */
  private final Map<String, Boolean> said = new HashMap<>();

  /** For the container. */
  public SilenceWatch() {}

  /** For tests: what the container would inject. */
  public SilenceWatch(DeviceWatch watch, AlarmDesk desk, Clock clock) {
    this.watch = watch;
    this.desk = desk;
    this.clock = clock;
  }

  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  public void runOnce() {
    List<DeviceStatus> devices = watch.devices();
    Set<String> gone = new HashSet<>(said.keySet());
    for (DeviceStatus status : devices) {
      String id = status.device().id();
      gone.remove(id);
      if (Silence.isTooLong(status, clock.instant())) {
        if (!Boolean.TRUE.equals(said.get(id))) {
          desk.raise(Alarm.Kind.DEVICE_SILENT, id, Silence.sentence(status));
          said.put(id, true);
        }
      } else if (status.link() == DeviceStatus.Link.UP && !Boolean.FALSE.equals(said.get(id))) {
        // Also what stands from before the last restart.
        desk.clear(Alarm.Kind.DEVICE_SILENT, id);
        said.put(id, false);
      }
    }
    gone.forEach(
        id -> {
          desk.clear(Alarm.Kind.DEVICE_SILENT, id);
          said.remove(id);
        });
  }
}
