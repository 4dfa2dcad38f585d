package cn.ecogate.release.entity;

/**
 * What to look for among lifts that have to be explained; null means any.
 *
 * @param laneId e.g. {@code A-01}
 * @param person whose {@link Which#MINE} are
 */
public record DutyFilter(Which which, String laneId, String person) {

  /** How far they are. */
  public enum Which {
    MINE,
    OPEN,
    OVERDUE,
    TO_REVIEW,
    REVIEWED
  }
}
