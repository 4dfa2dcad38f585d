package cn.ecogate.passage.entity;

import java.time.Instant;

/**
 * What to look for among the visits; null means any.
 *
 * @param from inclusive, by when it began
 * @param to exclusive
 * @param plate part of the plate
 * @param laneId entrance or exit, e.g. {@code A-01}; a gate's letter alone means all its lanes
 * @param before inside since before that moment; null for all
 * @param open only those with a missing half that nobody has spoken about
 */
public record VisitFilter(
    Instant from,
    Instant to,
    String plate,
    String laneId,
    String owner,
    Visit.State state,
    Instant before,
    boolean open) {

  public static VisitFilter any() {
    return new VisitFilter(null, null, null, null, null, null, null, false);
  }
}
