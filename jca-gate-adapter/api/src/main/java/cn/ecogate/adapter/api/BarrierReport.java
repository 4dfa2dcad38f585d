package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * A barrier's true state as its inputs show it, sent whenever it changes.
 *
 * @param occupied true if the loop under the barrier (地感) has a vehicle on it
 * @param commanded true if the rise followed an open command of ours; a rise with false is an
 *     unexplained lift (手动起杆)
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
