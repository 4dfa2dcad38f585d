package cn.ecogate.passage.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** What belongs to a moment at a lane: the nearest in time, within a window. */
public final class Nearest {

  private Nearest() {}

  /** Of two equally near the earlier, so that every side finds the same. */
  public static <T> Optional<T> to(
      Instant moment, Collection<T> candidates, Function<T, Instant> at, Duration window) {
    return candidates.stream()
        .filter(each -> distance(moment, at.apply(each)).compareTo(window) <= 0)
        .min(Comparator.comparing((T each) -> distance(moment, at.apply(each))).thenComparing(at));
  }

  private static Duration distance(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }
}
