package cn.ecogate.passage.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.device.boundary.BarrierMoved;
import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.device.entity.BarrierState.Position;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.DeviceStatus.Link;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.Opening;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Openings over a restart and over a lost line: what is known is said, and no more. */
class PassWatcherTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final List<String> recorded = new ArrayList<>();

  /** What the database would hold; it survives {@link #restarted}. */
  private final Set<Opening> kept = new LinkedHashSet<>();

  private boolean databaseDown;
  private Link link = Link.UP;
  private Instant linkedSince = clock.instant().minusSeconds(600);
  private PassWatcher watcher = restarted();

  @Test
  @DisplayName("一直看着地感而没有车：抬杆后无车通过")
  void seenAllTheTimeNobodyPassed() {
    opened("S-1");
    seconds(33);
    assertThat(recorded).containsExactly("not-passed S-1");
    seconds(1);
    assertThat(kept).isEmpty();
  }

  @Test
  @DisplayName("等待中的抬杆一秒之内存下；有车经过就不再留着")
  void whatWaitsIsKept() {
    opened("S-1");
    seconds(1);
    assertThat(kept).extracting(Opening::passageSerial).containsExactly("S-1");
    occupied();
    seconds(1);
    assertThat(kept).isEmpty();
    seconds(60);
    assertThat(recorded).isEmpty();
  }

  @Test
  @DisplayName("重新启动之后接着看：有车经过就是通过，不告警")
  void aTruckThatPassesAfterTheRestartHasPassed() {
    opened("S-1");
    seconds(1);
    watcher = restarted();
    seconds(5);
    occupied();
    seconds(60);
    assertThat(recorded).isEmpty();
    assertThat(kept).isEmpty();
  }

  @Test
  @DisplayName("重新启动之后再没有车：停机时是否通过不得而知，如实写，不按无车通过告警")
  void whoPassedDuringTheStopIsNotKnown() {
    opened("S-1");
    seconds(1);
    clock.forward(Duration.ofSeconds(120));
    watcher = restarted();
    linkedSince = clock.instant().plusSeconds(2);
    seconds(20);
    assertThat(recorded).as("the loops have to be heard of first").isEmpty();
    seconds(15);
    assertThat(recorded).containsExactly("unknown S-1 since " + linkedSince);
    seconds(1);
    assertThat(kept).isEmpty();
  }

  @Test
  @DisplayName("等待期间道闸断过线：同样不得而知；还没有恢复的也写明")
  void aLostLineHidesTheLoopToo() {
    opened("S-1");
    seconds(10);
    linkedSince = clock.instant();
    seconds(25);
    assertThat(recorded).containsExactly("unknown S-1 since " + linkedSince);
    opened("S-2");
    link = Link.DOWN;
    seconds(40);
    assertThat(recorded).hasSize(2).contains("unknown S-2 until now");
  }

  @Test
  @DisplayName("数据库不可用时什么也不丢：恢复后照样存下、照样写明")
  void nothingIsForgottenWhileTheDatabaseIsDown() {
    databaseDown = true;
    opened("S-1");
    seconds(40);
    assertThat(recorded).isEmpty();
    databaseDown = false;
    seconds(2);
    assertThat(recorded).containsExactly("not-passed S-1");
    assertThat(kept).isEmpty();
  }

  @Test
  @DisplayName("启动后第一次看到道闸就抬着，才去查是不是手动起杆；落下又抬起不再算")
  void onlyTheFirstLookAtABoomFindsItUp() {
    moved(Position.UNKNOWN);
    moved(Position.UP);
    moved(Position.DOWN);
    moved(Position.UP);
    assertThat(recorded).containsExactly("found up A-01");
  }

  private void opened(String serial) {
    watcher.opened(
        new Opening("A-01", serial, " 云A12345 ", clock.instant(), Duration.ofSeconds(30)));
  }

  private void occupied() {
    watcher.moved(new BarrierMoved("A-01", Position.MOVING, true, false, clock.instant()));
  }

  private void moved(Position position) {
    watcher.moved(new BarrierMoved("A-01", position, false, false, clock.instant()));
  }

  private void seconds(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.forward(Duration.ofSeconds(1));
      watcher.work();
    }
  }

  private PassWatcher restarted() {
    PassWatcher fresh = new PassWatcher();
    fresh.clock = clock;
    fresh.siteBook =
        new SiteBook() {
          @Override
          public Site site() {
            return Sites.oneGate();
          }
        };
    fresh.watch =
        new DeviceWatch() {
          @Override
          public BarrierState barrier(String laneId) {
            return new BarrierState(laneId, Position.UP, false, clock.instant());
          }

          @Override
          public Optional<DeviceStatus> device(String id) {
            Lane lane = Sites.oneGate().lane("A-01").orElseThrow();
            return Optional.of(
                new DeviceStatus(
                    lane.barrier(),
                    lane,
                    link,
                    linkedSince,
                    Optional.empty(),
                    1,
                    0,
                    Optional.empty()));
          }
        };
    fresh.openingBook =
        new OpeningBook() {
          @Override
          public void keep(Collection<Opening> begun, Collection<Opening> over) {
            reached();
            kept.addAll(begun);
            kept.removeAll(over);
          }

          @Override
          public List<Opening> left() {
            reached();
            return List.copyOf(kept);
          }
        };
    fresh.photographer = new LiftPhotographer();
    fresh.book = new Book();
    return fresh;
  }

  private void reached() {
    if (databaseDown) {
      throw new IllegalStateException("the database is down");
    }
  }

  private final class Book extends BarrierBook {
    @Override
    public void notPassed(Opening opening) {
      recorded.add("not-passed " + opening.passageSerial());
    }

    @Override
    public void passingUnknown(Opening opening, Optional<Instant> seenAgain) {
      recorded.add(
          "unknown "
              + opening.passageSerial()
              + seenAgain.map(at -> " since " + at).orElse(" until now"));
    }

    @Override
    public Optional<BarrierRecord> foundUp(BarrierMoved moved) {
      recorded.add("found up " + moved.laneId());
      return Optional.empty();
    }
  }
}
