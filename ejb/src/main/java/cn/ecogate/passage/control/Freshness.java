package cn.ecogate.passage.control;

import java.time.Duration;
import java.time.Instant;

/** Whether a verdict may still move a barrier: the vehicle it is about must still be there. */
public final class Freshness {

  /**
   * A driver waits longer than this, but a vehicle turned away may have been followed by the next.
   */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  private Freshness() {}

  public static boolean mayOpen(boolean late, Instant received, Instant now) {
    return !late && Duration.between(received, now).compareTo(LIMIT) <= 0;
  }
}
