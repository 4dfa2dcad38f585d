package cn.ecogate.alarm.control;

import java.time.Duration;
import java.util.Optional;

/**
 * When a channel that did not answer is tried again: after ten seconds, then twice as long each
 * time.
 */
public final class TellingPlan {

  /** About a day; by then somebody has seen the alarm here. */
  static final int TRIES = 30;

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(1);

  private TellingPlan() {}

  /** The pause after that many tries, empty if it is given up. */
  public static Optional<Duration> after(int tries) {
    if (tries >= TRIES) {
      return Optional.empty();
    }
    Duration pause = FIRST.multipliedBy(1L << Math.min(tries - 1, 10));
    return Optional.of(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }
}
