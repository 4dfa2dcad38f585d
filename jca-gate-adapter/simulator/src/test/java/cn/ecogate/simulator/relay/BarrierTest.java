package cn.ecogate.simulator.relay;

import static cn.ecogate.simulator.relay.Barrier.Motion.DOWN;
import static cn.ecogate.simulator.relay.Barrier.Motion.LOWERING;
import static cn.ecogate.simulator.relay.Barrier.Motion.RISING;
import static cn.ecogate.simulator.relay.Barrier.Motion.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A boom moves as a real one does")
class BarrierTest {

  private final List<Barrier.Motion> motions = new ArrayList<>();
  private final Barrier barrier = new Barrier((motion, cause) -> motions.add(motion));
  private long now;

  @Test
  @DisplayName("it rises in a second and a half; both limits are open on the way")
  void risesInItsTime() {
    raised();
    run(1_400);
    assertThat(barrier.motion()).isEqualTo(RISING);
    assertThat(barrier.upLimit()).isFalse();
    assertThat(barrier.downLimit()).isFalse();
    run(200);
    assertThat(barrier.upLimit()).isTrue();
  }

  @Test
  @DisplayName("it closes after the vehicle has passed")
  void closesBehindTheVehicle() {
    raised();
    run(1_600);
    barrier.occupy(true);
    run(20_000);
    assertThat(barrier.upLimit()).isTrue();
    barrier.occupy(false);
    run(3_000);
    assertThat(motions).containsExactly(RISING, UP, LOWERING, DOWN);
  }

  @Test
  @DisplayName("it closes after five seconds if nobody comes")
  void closesForNobody() {
    raised();
    run(1_600 + Barrier.UP_MILLIS - 300);
    assertThat(barrier.upLimit()).isTrue();
    run(400);
    assertThat(barrier.motion()).isEqualTo(LOWERING);
  }

  @Test
  @DisplayName("it does not come down on a vehicle, whoever asks")
  void protectsTheVehicle() {
    raised();
    run(1_600);
    barrier.occupy(true);
    barrier.lower("close contact");
    run(100);
    assertThat(barrier.upLimit()).isTrue();
    barrier.occupy(false);
    run(1_000);
    assertThat(barrier.motion()).isEqualTo(LOWERING);
    barrier.occupy(true);
    run(100);
    assertThat(barrier.motion()).isEqualTo(RISING);
  }

  @Test
  @DisplayName("an open command on the way down takes it up again for the next vehicle")
  void turnsOnTheWay() {
    raised();
    run(1_600);
    barrier.occupy(true);
    barrier.occupy(false);
    run(1_500);
    barrier.raise("open contact");
    run(2_000);
    assertThat(barrier.upLimit()).isTrue();
    run(2_000);
    assertThat(barrier.upLimit()).as("the last one's passing is forgotten").isTrue();
  }

  private void raised() {
    barrier.raise("open contact");
  }

  private void run(long millis) {
    for (long end = now + millis; now < end; now += 20) {
      barrier.advance(now);
    }
  }
}
