package cn.ecogate.passage.control;

import cn.ecogate.vocabulary.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pairs entrances and exits into visits, whole and anew each time: the same movements always give
 * the same visits, in whatever order they were told.
 */
public final class VisitPairing {

  /** A vehicle that is seen again so soon in the same direction still stands there. */
  static final Duration SAME_STOP = Duration.ofMinutes(10);

  private VisitPairing() {}

  /**
   * A visit as it follows from the passages alone.
   *
   * @param in null if the entrance was missed
   * @param out null if the vehicle is inside, or the exit was missed
   * @param again when the vehicle came in anew although nobody saw it leave; null otherwise
   */
  public record Pair(Movement in, Movement out, Instant again) {

    /** The passage that names it. */
    public Movement first() {
      return in == null ? out : in;
    }

    /** The vehicle as it was known last: a filing made meanwhile has the VIN. */
    public Movement last() {
      return out == null ? in : out;
    }
  }

  /** Oldest first. */
  public static List<Pair> of(List<Movement> movements) {
    List<Pair> pairs = new ArrayList<>();
    movements.stream()
        .filter(Movement::passed)
        .sorted(Movement.IN_TIME)
        .forEach(movement -> take(pairs, movement));
    return pairs;
  }

  private static void take(List<Pair> pairs, Movement movement) {
    Optional<Integer> newest = newestOf(movement, pairs);
    Optional<Pair> before = newest.map(pairs::get);
    if (before.filter(pair -> standsThere(pair, movement)).isPresent()) {
      return;
    }
    boolean inside = before.filter(pair -> pair.out() == null).isPresent();
    if (movement.direction() == Direction.IN) {
      if (inside) {
        pairs.set(newest.get(), new Pair(before.get().in(), null, movement.at()));
      }
      pairs.add(new Pair(movement, null, null));
    } else if (inside) {
      pairs.set(newest.get(), new Pair(before.get().in(), movement, null));
    } else {
      pairs.add(new Pair(null, movement, null));
    }
  }

  /** Seen twice at one stop: by two events of the camera, or once more by a guard's entry. */
  private static boolean standsThere(Pair pair, Movement movement) {
    Movement last = pair.last();
    return last.direction() == movement.direction()
        && Duration.between(last.at(), movement.at()).compareTo(SAME_STOP) <= 0;
  }

  private static Optional<Integer> newestOf(Movement movement, List<Pair> pairs) {
    for (int i = pairs.size() - 1; i >= 0; i--) {
      Pair pair = pairs.get(i);
      if (pair.last().sameVehicle(movement) || pair.first().sameVehicle(movement)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
