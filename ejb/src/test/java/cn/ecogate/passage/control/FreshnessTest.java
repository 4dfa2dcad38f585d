package cn.ecogate.passage.control;

import static cn.ecogate.passage.Arrivals.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FreshnessTest {

  @Test
  @DisplayName("A verdict moves the barrier while the vehicle must still be there")
  void aFreshArrivalMayOpen() {
    assertThat(Freshness.mayOpen(false, TEN, TEN.plus(Freshness.LIMIT))).isTrue();
  }

  @Test
  @DisplayName("A record that came too late for its vehicle opens nothing for the next one")
  void aStaleArrivalMayNotOpen() {
    assertThat(Freshness.mayOpen(false, TEN, TEN.plus(Freshness.LIMIT).plusMillis(1))).isFalse();
  }

  @Test
  @DisplayName("History never opens")
  void historyMayNotOpen() {
    assertThat(Freshness.mayOpen(true, TEN, TEN)).isFalse();
  }
}
