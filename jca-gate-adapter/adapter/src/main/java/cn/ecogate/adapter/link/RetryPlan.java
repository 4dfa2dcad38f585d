package cn.ecogate.adapter.link;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: doubling up to a cap, spread so that links do not march
 * in step.
 */
public final class RetryPlan {

  private final Duration first;
  private final Duration longest;
  private final DoubleSupplier dice;
  private int failures;

  /**
   * @param dice 0 (inclusive) to 1; the wait is 75 to 100 % of the step
   */
  public RetryPlan(Duration first, Duration longest, DoubleSupplier dice) {
    this.first = first;
    this.longest = longest;
    this.dice = dice;
  }

  /** One more attempt failed: wait this long. */
  public Duration next() {
    // 2^20 steps of any first wait are beyond every cap; the shift must not overflow.
    Duration step = first.multipliedBy(1L << Math.min(failures, 20));
    failures++;
    Duration capped = step.compareTo(longest) > 0 ? longest : step;
    return Duration.ofNanos((long) (capped.toNanos() * (0.75 + 0.25 * dice.getAsDouble())));
  }

  public void succeeded() {
    failures = 0;
  }
}
