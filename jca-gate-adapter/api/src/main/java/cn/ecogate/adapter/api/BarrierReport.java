package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * A barrier's true state as its inputs show it, sent whenever it changes.
 *
 * @param occupied true if the loop under the barrier (地感) has a vehicle on it
 * @param commanded true if the boom is up, or on its way, by an open command of ours. A report that
 *     is not {@code DOWN}, follows one that was, and says false is an unexplained lift (手动起杆); the
 *     first report after an install is no rise
 */
public record BarrierReport(
    String deviceId, Position position, boolean occupied, boolean commanded, Instant at)
    implements Serializable {

  /** Where the boom is, from its two limit switches. */
  public enum Position {
    DOWN,
    MOVING,
    UP,
    UNKNOWN
  }
}
