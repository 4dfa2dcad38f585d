package cn.ecogate.passage.entity;

/**
 * What to look for among the barriers' records; null means any.
 *
 * @param laneId e.g. {@code A-01}
 * @param waiting true for those only that a person still has to explain
 */
public record BarrierFilter(String laneId, BarrierRecord.Kind kind, boolean waiting) {

  public static BarrierFilter any() {
    return new BarrierFilter(null, null, false);
  }
}
