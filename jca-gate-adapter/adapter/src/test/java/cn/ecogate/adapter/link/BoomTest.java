package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.BarrierReport.Position;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A rise we commanded, and one we did not. */
class BoomTest {

  private static final Instant T0 = Instant.parse("2026-11-21T01:00:00Z");
  private static final int LOOP = 0;
  private static final int UP = 1;
  private static final int DOWN = 2;

  private final Boom boom = new Boom("A-01-barrier", T0);

  @Test
  void reportsOnlyChanges() {
    assertThat(see(0, DOWN))
        .hasValueSatisfying(r -> assertThat(r.position()).isEqualTo(Position.DOWN));
    assertThat(see(1, DOWN)).isEmpty();
    assertThat(see(2, DOWN, LOOP)).hasValueSatisfying(r -> assertThat(r.occupied()).isTrue());
  }

  @Test
  void riseAfterOurOpenIsCommandedAllTheWayUp() {
    see(0, DOWN);
    boom.openCommanded(T0.plusSeconds(1));

    assertThat(see(2)).hasValueSatisfying(BoomTest::isCommandedMoving);
    assertThat(see(9, UP))
        .as("slow boom")
        .hasValueSatisfying(r -> assertThat(r.commanded()).isTrue());
    assertThat(see(10, UP, LOOP)).hasValueSatisfying(r -> assertThat(r.commanded()).isTrue());
  }

  private static void isCommandedMoving(BarrierReport report) {
    assertThat(report.position()).isEqualTo(Position.MOVING);
    assertThat(report.commanded()).isTrue();
  }

  @Test
  void riseWithoutACommandIsUnexplained() {
    see(0, DOWN);

    assertThat(see(1)).hasValueSatisfying(r -> assertThat(r.commanded()).isFalse());
    assertThat(see(2, UP)).hasValueSatisfying(r -> assertThat(r.commanded()).isFalse());
  }

  @Test
  void oneLiftIsToldOnce() {
    see(0, DOWN);

    assertThat(see(1)).hasValueSatisfying(r -> assertThat(r.unexplainedLift()).isTrue());
    assertThat(see(2, UP)).hasValueSatisfying(r -> assertThat(r.unexplainedLift()).isFalse());
    assertThat(see(3, UP, LOOP)).hasValueSatisfying(r -> assertThat(r.rises()).isFalse());
    see(9, DOWN);
    assertThat(see(10, UP)).hasValueSatisfying(r -> assertThat(r.unexplainedLift()).isTrue());
  }

  @Test
  void whatIsFoundUpAtTheStartIsNoRise() {
    assertThat(see(0, UP)).hasValueSatisfying(r -> assertThat(r.rises()).isFalse());
  }

  @Test
  void switchesThatContradictForAMomentHideNoLift() {
    see(0, DOWN);
    see(1, UP, DOWN);

    assertThat(see(2, UP)).hasValueSatisfying(r -> assertThat(r.unexplainedLift()).isTrue());
  }

  @Test
  void aRiseWhileItIsHeldUpIsOurs() {
    see(0, DOWN);
    boom.heldUp(true);

    assertThat(see(600, UP)).hasValueSatisfying(r -> assertThat(r.commanded()).isTrue());
  }

  @Test
  void anOldCommandExplainsNothing() {
    see(0, DOWN);
    boom.openCommanded(T0);

    assertThat(see(6)).hasValueSatisfying(r -> assertThat(r.commanded()).isFalse());
  }

  @Test
  void contradictingLimitsSayNothing() {
    assertThat(see(0, UP, DOWN)).as("unknown as before").isEmpty();
    assertThat(boom.last().position()).isEqualTo(Position.UNKNOWN);
  }

  @Test
  void oneLimitSwitchIsEnoughForBothEnds() {
    assertThat(wiring(1, -1).position(new BitSet())).isEqualTo(Position.DOWN);
    assertThat(wiring(1, -1).position(bits(UP))).isEqualTo(Position.UP);
    assertThat(wiring(-1, 2).position(new BitSet())).isEqualTo(Position.UP);
    assertThat(wiring(-1, 2).position(bits(DOWN))).isEqualTo(Position.DOWN);
    assertThat(wiring(-1, -1).position(bits(UP, DOWN))).isEqualTo(Position.UNKNOWN);
  }

  private Optional<BarrierReport> see(int second, int... inputs) {
    Wiring wiring = wiring(1, 2);
    BitSet bits = bits(inputs);
    return boom.observe(wiring.position(bits), wiring.occupied(bits), T0.plusSeconds(second));
  }

  private static BitSet bits(int... inputs) {
    BitSet bits = new BitSet();
    for (int input : inputs) {
      bits.set(input);
    }
    return bits;
  }

  private static Wiring wiring(int up, int down) {
    return new Wiring(
        1,
        Wiring.Timing.BOARD_TIMED,
        700,
        0,
        OptionalInt.of(1),
        OptionalInt.of(LOOP),
        up < 0 ? OptionalInt.empty() : OptionalInt.of(up),
        down < 0 ? OptionalInt.empty() : OptionalInt.of(down));
  }
}
