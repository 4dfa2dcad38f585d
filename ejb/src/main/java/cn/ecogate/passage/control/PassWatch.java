package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.Opening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which openings nobody used: the loop under the boom was never occupied within the time. Computed
 * from what is told, in whatever thread; forgotten at a restart, because what happened meanwhile is
 * not known.
 */
public final class PassWatch {

  /** So much later than a vehicle on the loop its report may come in. */
  static final Duration REPORT_DELAY = Duration.ofSeconds(2);

  private final List<Opening> waiting = new ArrayList<>();
  private final Map<Opening, Instant> resumed = new HashMap<>();
  private final Map<String, Instant> lastOccupied = new HashMap<>();

  /** A barrier rose. If a vehicle stands on the loop already, it is the one that passes. */
  public synchronized void opened(Opening opening, boolean occupied) {
    Instant last = lastOccupied.get(opening.laneId());
    if (!occupied && (last == null || last.isBefore(opening.at()))) {
      waiting.add(opening);
    }
  }

  /**
   * Openings from before a restart. They are not due before then: the loops have to be heard of
   * first, because a vehicle may stand on one.
   */
  public synchronized void resume(List<Opening> left, Instant notBefore) {
    for (Opening opening : left) {
      Instant last = lastOccupied.get(opening.laneId());
      if ((last == null || last.isBefore(opening.at())) && !waiting.contains(opening)) {
        waiting.add(opening);
        resumed.put(opening, notBefore);
      }
    }
  }

  /** Those that nobody has used yet. */
  public synchronized List<Opening> waiting() {
    return List.copyOf(waiting);
  }

  /** A vehicle was on the lane's loop: every earlier opening of that lane has been used. */
  public synchronized void occupied(String laneId, Instant at) {
    lastOccupied.merge(laneId, at, (a, b) -> a.isAfter(b) ? a : b);
    waiting.removeIf(opening -> opening.laneId().equals(laneId) && !opening.at().isAfter(at));
    resumed.keySet().retainAll(waiting);
  }

  /** When a vehicle was last on the lane's loop; empty if none was since the start. */
  public synchronized Optional<Instant> lastOccupied(String laneId) {
    return Optional.ofNullable(lastOccupied.get(laneId));
  }

  /** Those whose time is over; they stay until {@link #dealtWith}. */
  public synchronized List<Opening> due(Instant now) {
    return waiting.stream()
        .filter(opening -> now.isAfter(opening.at().plus(opening.within()).plus(REPORT_DELAY)))
        .filter(opening -> !now.isBefore(resumed.getOrDefault(opening, Instant.MIN)))
        .toList();
  }

  public synchronized void dealtWith(Opening opening) {
    waiting.remove(opening);
    resumed.remove(opening);
  }
}
