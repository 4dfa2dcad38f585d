package cn.ecogate.passage.boundary;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.passage.control.AdmittedAlone;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.boundary.StrategiesTurned;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives each camera that decides alone while nobody answers it the plates it may let through: after
 * every change of registry, strategies or exceeding list, whenever its line is new, and every few
 * minutes, because strategies begin and end by themselves.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CameraLists {

  private static final System.Logger LOG = System.getLogger(CameraLists.class.getName());

  static final Duration ANEW = Duration.ofMinutes(5);

  @Inject SiteBook siteBook;
  @Inject Registry registry;
  @Inject Strategies strategies;
  @Inject Surroundings surroundings;
  @Inject DeviceWatch watch;
  @Inject GateControl gate;
  @Inject LedgerNews news;
  @Inject Clock clock;

  /** Of the registers the cameras were told from; no truck waits for anybody to be told. */
  private final AtomicLong mark = new AtomicLong();

  /** Since when the line stands over which a lane's camera was last told, and when it was told. */
  private final Map<String, Told> told = new ConcurrentHashMap<>();

  /** Lanes of which the log says already that their camera does not take the list. */
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  private record Told(Instant lineSince, Instant at) {}

  /** A strategy begins and ends without an entry. */
  public void changed(@Observes StrategiesTurned turned) {
    told.clear();
  }

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void work() {
    List<Lane> lanes = siteBook.site().lanes().stream().filter(gate::decidesAlone).toList();
    if (lanes.isEmpty()) {
      return;
    }
    long current = news.mark();
    if (mark.getAndSet(current) != current) {
      told.clear();
    }
    for (Lane lane : lanes) {
      upSince(lane).filter(since -> isDue(lane, since)).ifPresent(since -> tell(lane, since));
    }
  }

  private boolean isDue(Lane lane, Instant lineSince) {
    Told last = told.get(lane.id());
    return last == null
        || !last.lineSince().equals(lineSince)
        || Duration.between(last.at(), clock.instant()).compareTo(ANEW) >= 0;
  }

  private void tell(Lane lane, Instant lineSince) {
    Instant now = clock.instant();
    Set<String> plates = plates(lane, now);
    Acknowledgement answer = gate.admitAlone(lane.id(), plates, AdmittedAlone.until(now));
    if (answer.outcome() == Acknowledgement.Outcome.DONE) {
      told.put(lane.id(), new Told(lineSince, now));
      if (refused.remove(lane.id())) {
        LOG.log(Level.INFO, "{0}：摄像机白名单已重新交付", lane.id());
      }
    } else if (refused.add(lane.id())) {
      LOG.log(Level.WARNING, "{0}：摄像机白名单未能交付，将继续尝试：{1}", lane.id(), answer.words());
    }
  }

  private Set<String> plates(Lane lane, Instant now) {
    AdmittedAlone admitted =
        new AdmittedAlone(
            lane.direction(),
            strategies.restrictions(now),
            strategies::listing,
            Admission::decide,
            AdmittedAlone.until(now),
            surroundings.of(lane));
    List<Vehicle> some = registry.after(0);
    while (!some.isEmpty()) {
      some.forEach(admitted::consider);
      some = registry.after(some.get(some.size() - 1).getId());
    }
    return admitted.plates();
  }

  private Optional<Instant> upSince(Lane lane) {
    return watch.devices().stream()
        .filter(status -> status.lane().id().equals(lane.id()))
        .filter(status -> status.device().kind() == Device.Kind.CAMERA)
        .filter(status -> status.link() == DeviceStatus.Link.UP)
        .map(DeviceStatus::since)
        .findFirst();
  }
}
