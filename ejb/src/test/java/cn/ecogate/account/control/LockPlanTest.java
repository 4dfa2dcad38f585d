package cn.ecogate.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten failures in a row lock a name, and each further one for twice as long. */
class LockPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  @DisplayName("九次以内不锁")
  void nineMayFail() {
    for (int failures = 0; failures <= 9; failures++) {
      assertThat(LockPlan.lockedUntil(failures, NOW)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 15", "11, 30", "12, 60", "13, 120", "14, 240", "15, 240", "1000000, 240"})
  @DisplayName("第十次起锁 15 分钟，以后逐次加倍，最长 4 小时")
  void locksGrow(int failures, int minutes) {
    assertThat(LockPlan.lockedUntil(failures, NOW)).contains(NOW.plus(Duration.ofMinutes(minutes)));
  }
}
