package cn.ecogate.passage.boundary;

import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.boundary.GateControl.Tone;
import cn.ecogate.device.entity.Acknowledgement.Outcome;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.passage.control.IdlePicture;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.entity.ControlStrategy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the waiting picture on every lane's display: when a verdict's time is over, when the line
 * is new, when what is in force changes, and once a minute for the clock.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DisplayKeeper {

  /** A display that does not answer is left alone for so long. */
  static final Duration PEACE = Duration.ofSeconds(15);

  private static final System.Logger LOG = System.getLogger(DisplayKeeper.class.getName());

  @Inject SiteBook siteBook;
  @Inject Strategies strategies;
  @Inject LockShelf locks;
  @Inject ClosureShelf closures;
  @Inject DeviceWatch watch;
  @Inject GateControl gate;
  @Inject Clock clock;

  /** What stands on a display as far as we know. */
  private final Map<String, Standing> standing = new ConcurrentHashMap<>();

  private record Standing(
      IdlePicture picture, Optional<Instant> after, Optional<Instant> line, Instant failedAt) {

    boolean same(Standing other) {
      return picture.equals(other.picture) && after.equals(other.after) && line.equals(other.line);
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void work() {
    try {
      List<ControlStrategy> inForce = strategies.inForce(clock.instant());
      List<DeviceStatus> devices = watch.devices();
      siteBook.site().lanes().stream()
          .filter(lane -> lane.display().isPresent())
          .forEach(lane -> keep(lane, inForce, line(lane, devices)));
    } catch (RuntimeException noDatabase) {
      LOG.log(Level.DEBUG, "what is in force cannot be read now", noDatabase);
    }
  }

  private void keep(Lane lane, List<ControlStrategy> inForce, Optional<Instant> line) {
    Instant now = clock.instant();
    IdlePicture picture =
        IdlePicture.of(lane, inForce, locks.of(lane.id()), closures.of(lane.id()), now);
    Standing wanted = new Standing(picture, gate.lastShown(lane.id()), line, null);
    Standing last = standing.get(lane.id());
    boolean stands = last != null && last.failedAt() == null && last.same(wanted);
    boolean resting =
        last != null && last.failedAt() != null && last.failedAt().plus(PEACE).isAfter(now);
    if (stands || resting) {
      return;
    }
    Outcome outcome =
        gate.showIdle(lane.id(), picture.lines(), picture.calm() ? Tone.ADMIT : Tone.ATTENTION)
            .outcome();
    if (outcome == Outcome.DONE) {
      standing.put(lane.id(), wanted);
    } else if (outcome == Outcome.FAILED) {
      standing.put(lane.id(), new Standing(picture, wanted.after(), line, now));
    }
  }

  private static Optional<Instant> line(Lane lane, List<DeviceStatus> devices) {
    return devices.stream()
        .filter(status -> status.device().kind() == Device.Kind.DISPLAY)
        .filter(status -> status.lane().id().equals(lane.id()))
        .map(DeviceStatus::since)
        .findFirst();
  }
}
