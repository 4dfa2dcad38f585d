package cn.ecogate.passage.entity;

/**
 * A code read near a passage, and what it says about its vehicle.
 *
 * @param plate plate on file for the VIN that was read, null if none
 */
public record TagFinding(TagSighting tag, Finding finding, String plate) {

  /** How a VIN that was read stands to the vehicle's filing. */
  public enum Finding {
    SAME("与备案一致"),
    OTHER("与备案不一致"),
    /** The vehicle is on file, but without a VIN. */
    FILING_LACKS_IT("备案中没有填写车辆识别代号，请补填"),
    /** The plate is not on file, the VIN is: perhaps a new plate on a known vehicle. */
    KNOWN_BY_ANOTHER_PLATE("该车辆识别代号已用另一号牌备案"),
    /** Neither plate nor VIN is on file. */
    UNKNOWN("车辆未备案"),
    /** Not a VIN. */
    NO_VIN("");

    private final String label;

    Finding(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
