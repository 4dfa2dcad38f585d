package cn.ecogate.uplink.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("补传同时走几条")
class BreadthTest {

  @Test
  @DisplayName("线路细、一次通话久，就减到两条；变快了再加，最多六条")
  void followsTheLine() {
    Breadth breadth = Breadth.FULL;
    for (int i = 0; i < 20; i++) {
      breadth = breadth.after(Duration.ofMillis(900));
    }
    assertThat(breadth.places()).isEqualTo(2);
    assertThat(breadth.after(Duration.ofMillis(300))).isEqualTo(breadth);
    for (int i = 0; i < 20; i++) {
      breadth = breadth.after(Duration.ofMillis(20));
    }
    assertThat(breadth).isEqualTo(Breadth.FULL);
  }
}
