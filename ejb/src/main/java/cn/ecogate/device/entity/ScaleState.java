package cn.ecogate.device.entity;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a lane's weighbridge (地磅) shows now.
 *
 * @param kilograms as on the indicator, null in the states that have no weight
 * @param net true if a tare is taken off
 */
public record ScaleState(
    String laneId, State state, BigDecimal kilograms, boolean net, Instant since) {

  /** How the weight is. */
  public enum State {
    SILENT,
    EMPTY,
    MOVING,
    SETTLED,
    NEGATIVE,
    OVERLOAD,
    OUT_OF_RANGE
  }
}
