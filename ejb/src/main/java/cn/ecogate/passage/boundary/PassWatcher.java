package cn.ecogate.passage.boundary;

import cn.ecogate.device.boundary.BarrierMoved;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.BarrierState.Position;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.DeviceStatus.Link;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hears what barriers do: records a lift at once, also one that is found at the start, and an
 * opening when the time to use it is over. What waits is kept, so that a restart goes on watching;
 * if the loop was out of sight meanwhile, the record says that nobody knows. Where no loop is wired
 * nobody can ever tell, and nothing is said.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PassWatcher {

  static final String LOOP = "loop-input";
  static final String WITHIN = "pass-within-s";
  static final int WITHIN_SECONDS = 30;

  /** A restarted program has heard of every loop by then that can be heard of at all. */
  static final Duration LOOPS_HEARD = Duration.ofSeconds(30);

  private static final System.Logger LOG = System.getLogger(PassWatcher.class.getName());

  @Inject BarrierBook book;
  @Inject OpeningBook openingBook;
  @Inject LiftPhotographer photographer;
  @Inject DeviceWatch watch;
  @Inject SiteBook siteBook;
  @Inject Clock clock;

  private final PassWatch openings = new PassWatch();

  /** What {@link OpeningBook} knows as waiting; null while nobody has read it since the start. */
  private Set<Opening> kept;

  /** Lanes whose boom has been seen since the start. */
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  private final ReentrantLock atWork = new ReentrantLock();
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
                opened(
                    new Opening(
                        passage.getLaneId(),
                        passage.getSerialNo(),
                        BarrierSentence.vehicle(passage),
                        answer.at(),
                        within)));
  }

  void opened(Opening opening) {
    openings.opened(opening, watch.barrier(opening.laneId()).occupied());
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
    if (!atWork.tryLock()) {
      return;
    }
    try {
      keepInStep();
      openings.due(clock.instant()).forEach(this::judge);
      failing = false;
    } catch (RuntimeException fault) {
      LOG.log(
          failing ? Level.DEBUG : Level.WARNING,
          "Openings that wait to be used cannot be kept or recorded; tried again every second",
          fault);
      failing = true;
    } finally {
      atWork.unlock();
    }
  }

  /** What waits is what is kept, a second later at most; after a start the other way round. */
  private void keepInStep() {
    if (kept == null) {
      List<Opening> left = openingBook.left();
      openings.resume(left, clock.instant().plus(LOOPS_HEARD));
      kept = new HashSet<>(left);
    }
    Set<Opening> waiting = new HashSet<>(openings.waiting());
    List<Opening> begun = waiting.stream().filter(opening -> !kept.contains(opening)).toList();
    List<Opening> over = kept.stream().filter(opening -> !waiting.contains(opening)).toList();
    if (!begun.isEmpty() || !over.isEmpty()) {
      openingBook.keep(begun, over);
      kept = waiting;
    }
  }

  /** Nobody used it, if the loop was in sight all the time; else nobody knows. */
  private void judge(Opening opening) {
    Optional<DeviceStatus> board = board(opening.laneId());
    boolean up = board.map(DeviceStatus::link).filter(Link.UP::equals).isPresent();
    if (up && board.filter(status -> !status.since().isAfter(opening.at())).isPresent()) {
      book.notPassed(opening);
    } else {
      book.passingUnknown(opening, board.filter(status -> up).map(DeviceStatus::since));
    }
    openings.dealtWith(opening);
  }

  private Optional<DeviceStatus> board(String laneId) {
    return siteBook.site().lane(laneId).map(Lane::barrier).map(Device::id).flatMap(watch::device);
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
