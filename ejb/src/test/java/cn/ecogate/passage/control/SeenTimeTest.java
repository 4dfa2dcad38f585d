package cn.ecogate.passage.control;

import static cn.ecogate.passage.Arrivals.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeenTimeTest {

  @Test
  @DisplayName("A camera whose clock is a few seconds off is believed")
  void aSmallDifferenceIsTheCamerasTime() {
    assertThat(SeenTime.of(TEN.minusSeconds(3), TEN, false)).isEqualTo(TEN.minusSeconds(3));
  }

  @Test
  @DisplayName("A camera that lives in 2034 gets the time of receipt")
  void aWildClockIsNotBelieved() {
    assertThat(SeenTime.of(TEN.plus(Duration.ofDays(2800)), TEN, false)).isEqualTo(TEN);
    assertThat(SeenTime.of(TEN.minus(Duration.ofDays(2800)), TEN, false)).isEqualTo(TEN);
  }

  @Test
  @DisplayName("History keeps the camera's time however old, but never one in the future")
  void historyKeepsItsTime() {
    assertThat(SeenTime.of(TEN.minus(Duration.ofHours(30)), TEN, true))
        .isEqualTo(TEN.minus(Duration.ofHours(30)));
    assertThat(SeenTime.of(TEN.plusSeconds(1), TEN, true)).isEqualTo(TEN);
  }
}
