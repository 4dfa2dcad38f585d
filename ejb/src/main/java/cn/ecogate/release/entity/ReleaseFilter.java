package cn.ecogate.release.entity;

import java.time.Instant;

/**
 * What to look for among releases and exemptions; null or blank means any.
 *
 * @param plate a part of it
 * @param promise how the promise to file stands
 */
public record ReleaseFilter(
    Release.Kind kind,
    Release.State state,
    String laneId,
    String plate,
    Instant from,
    Instant to,
    Promise promise) {

  public static ReleaseFilter any() {
    return new ReleaseFilter(null, null, null, null, null, null, null);
  }

  /** How the promise to file of a granted exemption stands. */
  public enum Promise {
    OPEN,
    OVERDUE,
    KEPT
  }
}
