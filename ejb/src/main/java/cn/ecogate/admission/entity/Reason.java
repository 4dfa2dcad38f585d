package cn.ecogate.admission.entity;

/**
 * Why a vehicle may not simply pass, or what is odd about one that does.
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
    NO_PLATE,
    FILING_EXPIRED,
    FILING_UNREVIEWED,
    OUT_OF_SERVICE,
    COLOR_DIFFERS,
    SIMILAR_PLATE,
    MACHINE_AT_GATE,
    LANE_CLOSED,
    ALREADY_INSIDE,
    PLANT_FULL,
    NO_ENTRANCE
  }
}
