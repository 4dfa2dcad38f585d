package cn.ecogate.passage.boundary;

import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.entity.Still;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.entity.BarrierRecord;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Has the lane's camera look at a lift that nobody commanded, at once and beside everything else; a
 * lift whose picture a stop of the program has cost says so.
 */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiftPhotographer {

  private static final System.Logger LOG = System.getLogger(LiftPhotographer.class.getName());

  /** A camera has answered by then, or its time is over; what is older was left behind. */
  static final Duration ANSWERED_BY = Duration.ofMinutes(1);

  @Inject GateControl gate;
  @Inject PhotoArchive photos;
  @Inject BarrierBook book;
  @Inject BarrierSearch search;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  Executor executor;

  /** Lifts that are being looked at. */
  private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

  /** What could not be noted yet. */
  private final Map<BarrierRecord, Still> answers = new ConcurrentHashMap<>();

  /** Asks the camera of that lift's lane; the caller does not wait. */
  public void take(BarrierRecord lift) {
    underWay.add(lift.getId());
    executor.execute(() -> look(lift));
  }

  private void look(BarrierRecord lift) {
    answers.put(lift, gate.photograph(lift.getLaneId()));
    underWay.remove(lift.getId());
    noteAnswers();
  }

  private void noteAnswers() {
    answers.forEach(
        (lift, still) -> {
          try {
            note(lift, still);
            answers.remove(lift);
          } catch (RuntimeException fault) {
            LOG.log(
                Level.WARNING,
                "The picture of the lift " + lift.getRecordKey() + " is noted a minute later",
                fault);
          }
        });
  }

  private void note(BarrierRecord lift, Still still) {
    try {
      book.photographed(lift.getId(), still.picture().map(photos::keep), still.answer().words());
    } catch (UncheckedIOException full) {
      LOG.log(
          Level.ERROR,
          "The picture of the lift {0} could not be kept: {1}",
          lift.getRecordKey(),
          full.getMessage());
      book.photographed(lift.getId(), Optional.empty(), "摄像机已拍照，但照片无法保存到磁盘");
    }
  }

  /** Notes what could not be noted, and of every lift left behind that it has no picture. */
  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  void settle() {
    noteAnswers();
    if (!answers.isEmpty()) {
      return;
    }
    search.notPhotographed(clock.instant().minus(ANSWERED_BY)).stream()
        .map(BarrierRecord::getId)
        .filter(id -> !underWay.contains(id))
        .forEach(id -> book.photographed(id, Optional.empty(), "没有照片：拍照时程序停止，未能记下结果"));
  }
}
