package cn.ecogate.account.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a name stays locked after so many sign-ins in a row that failed. */
public final class LockPlan {

  /** Nine may fail; from the tenth on the name is locked. */
  public static final int ALLOWED = 9;

  private static final Duration FIRST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(4);

  /** Failures older than this no longer count. */
  public static final Duration MEMORY = Duration.ofHours(24);

  private LockPlan() {}

  /** When the lock ends, empty if there is none yet: 15 minutes, then twice as long each time. */
  public static Optional<Instant> lockedUntil(int failures, Instant now) {
    if (failures <= ALLOWED) {
      return Optional.empty();
    }
    int doublings = Math.min(failures - ALLOWED - 1, 10);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return Optional.of(now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
  }
}
