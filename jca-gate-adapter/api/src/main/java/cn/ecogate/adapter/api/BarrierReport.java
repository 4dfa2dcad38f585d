package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;

/**
 * A barrier's true state as its inputs show it, sent whenever it changes.
 *
 * @param occupied true if the loop under the barrier (地感) has a vehicle on it
 * @param rises true in the one report that shows the boom leaving its lower end; the first report
 *     after an install is no rise
 * @param commanded true if the boom is up, or on its way, by an open command of ours
 * @param at when it was seen; with the device it names this report, however often it is delivered
 */
public record BarrierReport(
    String deviceId,
    Position position,
    boolean occupied,
    boolean rises,
    boolean commanded,
    Instant at)
    implements Serializable {

  /** It rose, and nobody here told it to (手动起杆). */
  public boolean unexplainedLift() {
    return rises && !commanded;
  }

  /** Where the boom is, from its two limit switches. */
  public enum Position {
    DOWN,
    MOVING,
    UP,
    UNKNOWN
  }
}
