package cn.ecogate.passage.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.passage.entity.Opening;
import cn.ecogate.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Openings that nobody used. */
class PassWatchTest {

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final PassWatch watch = new PassWatch();

  @Test
  @DisplayName("时间到了地感从未有车，就是无车通过；处理过的不再提")
  void anUnusedOpeningIsDueOnce() {
    Opening opening = opened("A-01", "S-1", false);
    after(30);
    assertThat(watch.due(clock.instant())).isEmpty();
    after(3);
    assertThat(watch.due(clock.instant())).containsExactly(opening);
    assertThat(watch.due(clock.instant())).as("until it is dealt with").containsExactly(opening);
    watch.dealtWith(opening);
    assertThat(watch.due(clock.instant())).isEmpty();
  }

  @Test
  @DisplayName("压过地感就是通过，哪怕报告晚到")
  void aVehicleOnTheLoopHasPassed() {
    opened("A-01", "S-1", false);
    after(33);
    watch.occupied("A-01", clock.instant().minusSeconds(20));
    assertThat(watch.due(clock.instant())).isEmpty();
  }

  @Test
  @DisplayName("别的车道、抬杆之前的压地感都不算")
  void onlyTheLanesOwnLoopAfterTheOpeningCounts() {
    watch.occupied("A-01", clock.instant().minusSeconds(1));
    Opening opening = opened("A-01", "S-1", false);
    watch.occupied("A-02", clock.instant().plusSeconds(5));
    watch.occupied("A-01", clock.instant().minusSeconds(1));
    after(33);
    assertThat(watch.due(clock.instant())).containsExactly(opening);
  }

  @Test
  @DisplayName("抬杆时车已压在地感上，或报告先到，都算通过")
  void aVehicleThatStandsThereAlreadyPasses() {
    opened("A-01", "S-1", true);
    watch.occupied("A-02", clock.instant().plusMillis(5));
    opened("A-02", "S-2", false);
    after(60);
    assertThat(watch.due(clock.instant())).isEmpty();
  }

  @Test
  @DisplayName("一次压地感了结它之前的全部抬杆")
  void oneVehicleSettlesAllOpeningsBeforeIt() {
    opened("A-01", "S-1", false);
    after(5);
    opened("A-01", "S-2", false);
    after(1);
    watch.occupied("A-01", clock.instant());
    after(1);
    Opening later = opened("A-01", "S-3", false);
    after(60);
    assertThat(watch.due(clock.instant())).containsExactly(later);
  }

  private Opening opened(String lane, String serial, boolean occupied) {
    Opening opening = new Opening(lane, serial, "云A12345", clock.instant(), Duration.ofSeconds(30));
    watch.opened(opening, occupied);
    return opening;
  }

  private void after(long seconds) {
    clock.forward(Duration.ofSeconds(seconds));
  }
}
