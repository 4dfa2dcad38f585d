package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reconnecting must neither hammer a dead device nor keep a live one waiting. */
class RetryPlanTest {

  @Test
  void doublesFromOneSecondToThirtyAndStaysThere() {
    RetryPlan plan = plan(1.0);

    assertThat(IntStream.range(0, 8).mapToObj(i -> plan.next().toSeconds()).toList())
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
  }

  @Test
  void beginsAgainAfterSuccess() {
    RetryPlan plan = plan(1.0);
    plan.next();
    plan.next();
    plan.succeeded();

    assertThat(plan.next()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void spreadsByAQuarter() {
    assertThat(plan(0.0).next()).isEqualTo(Duration.ofMillis(750));
  }

  @Test
  void staysAtTheCapHoweverOftenItFails() {
    RetryPlan plan = plan(1.0);
    for (int i = 0; i < 10_000; i++) {
      plan.next();
    }

    assertThat(plan.next()).isEqualTo(Duration.ofSeconds(30));
  }

  private static RetryPlan plan(double dice) {
    return new RetryPlan(Duration.ofSeconds(1), Duration.ofSeconds(30), () -> dice);
  }
}
