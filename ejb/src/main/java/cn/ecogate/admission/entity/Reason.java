package cn.ecogate.admission.entity;

/**
 * Why a vehicle may not simply pass.
 *
 * @param sentence Chinese, complete, the same on the display, in the ledger and before the
 *     inspector
 */
public record Reason(Code code, String sentence) {

  /** Stable names, for filters, statistics and translations. */
  public enum Code {
    EXCEEDING_LISTED,
    STAGE_BELOW_STRATEGY,
    TRANSPORT_STOPPED,
    VEHICLE_NOT_FILED,
    STAGE_UNKNOWN,
    PLATE_UNREAD,
    NO_PLATE
  }
}
