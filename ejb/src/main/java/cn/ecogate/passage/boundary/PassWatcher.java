package cn.ecogate.passage.boundary;

import cn.ecogate.device.boundary.BarrierMoved;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.BarrierState.Position;
import cn.ecogate.passage.control.BarrierSentence;
import cn.ecogate.passage.control.PassWatch;
import cn.ecogate.passage.entity.Opening;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hears what barriers do: records a lift at once, also one that is found at the start, and an
 * opening when the time to use it is over. Where no loop is wired nobody can tell, and nothing is
 * said.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PassWatcher {

  static final String LOOP = "loop-input";
  static final String WITHIN = "pass-within-s";
  static final int WITHIN_SECONDS = 30;

  private static final System.Logger LOG = System.getLogger(PassWatcher.class.getName());

  @Inject BarrierBook book;
  @Inject LiftPhotographer photographer;
  @Inject DeviceWatch watch;
  @Inject SiteBook siteBook;
  @Inject Clock clock;

  private final PassWatch openings = new PassWatch();

  /** Lanes whose boom has been seen since the start. */
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  private boolean failing;

  /** A fault goes back to where the report came from; it is brought again. */
  public void moved(BarrierMoved moved) {
    if (moved.occupied()) {
      openings.occupied(moved.laneId(), moved.at());
    }
    if (moved.unexplainedLift()) {
      book.lift(moved).ifPresent(photographer::take);
    } else if (moved.position() == Position.UP && !met.contains(moved.laneId())) {
      book.foundUp(moved).ifPresent(photographer::take);
    }
    if (moved.position() != Position.UNKNOWN) {
      met.add(moved.laneId());
    }
  }

  /** The barrier confirmed that it opens for this passage. */
  public void opened(Passage passage, Acknowledgement answer) {
    within(passage.getLaneId())
        .ifPresent(
            within ->
                openings.opened(
                    new Opening(
                        passage.getLaneId(),
                        passage.getSerialNo(),
                        BarrierSentence.vehicle(passage),
                        answer.at(),
                        within),
                    watch.barrier(passage.getLaneId()).occupied()));
  }

  /**
   * When a vehicle was last on the lane's loop, as far as this node has heard; empty if nobody can
   * tell.
   */
  public Optional<Instant> lastOnLoop(String laneId) {
    return openings.lastOccupied(laneId);
  }

  /** What cannot be recorded now is tried again a second later. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void work() {
    for (Opening opening : openings.due(clock.instant())) {
      try {
        book.notPassed(opening);
        openings.dealtWith(opening);
        failing = false;
      } catch (RuntimeException fault) {
        LOG.log(
            failing ? Level.DEBUG : Level.WARNING,
            "An opening that nobody used cannot be recorded; tried again every second",
            fault);
        failing = true;
        return;
      }
    }
  }

  private Optional<Duration> within(String laneId) {
    return siteBook
        .site()
        .lane(laneId)
        .map(Lane::barrier)
        .map(Device::settings)
        .filter(settings -> !settings.getOrDefault(LOOP, "").isBlank())
        .map(PassWatcher::within);
  }

  private static Duration within(Map<String, String> settings) {
    String told = settings.getOrDefault(WITHIN, "");
    return Duration.ofSeconds(told.isBlank() ? WITHIN_SECONDS : Long.parseLong(told.strip()));
  }
}
