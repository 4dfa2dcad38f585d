package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a weighbridge shows now; only the newest matters.
 *
 * @param kilograms as on the indicator; null in the states that have no weight
 * @param net true if a tare is taken off
 * @param at since when
 */
public record WeightReport(
    String deviceId, State state, BigDecimal kilograms, boolean net, Instant at)
    implements Serializable {

  /** How the weight is. */
  public enum State {
    /** Nothing heard yet, or nothing any more. */
    SILENT,
    /** Below what counts as a vehicle. */
    EMPTY,
    /** A load that has not come to rest. */
    MOVING,
    /** A load at rest. */
    SETTLED,
    /** Below zero: the indicator wants zeroing. */
    NEGATIVE,
    /** More than the weighbridge can weigh. */
    OVERLOAD,
    /** The indicator cannot weigh. */
    OUT_OF_RANGE
  }
}
