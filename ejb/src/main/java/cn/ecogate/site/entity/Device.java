package cn.ecogate.site.entity;

import java.util.Locale;
import java.util.Map;

/**
 * A device at a lane; its id is the lane's plus its kind, e.g. {@code A-01-camera}.
 *
 * @param settings the driver's own, as text
 */
public record Device(
    String id,
    Kind kind,
    String driver,
    String address,
    String user,
    String password,
    Map<String, String> settings) {

  public Device {
    settings = Map.copyOf(settings);
  }

  /** What it is for. */
  public enum Kind {
    CAMERA("抓拍摄像机"),
    BARRIER("道闸"),
    DISPLAY("显示屏"),
    WEIGHBRIDGE("地磅"),
    SCANNER("扫码器"),
    NOTICE_BOARD("公示牌");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** As it stands in a site file and in ids. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The id of that lane's device of this kind, e.g. {@code A-01-camera}. */
    public String deviceId(String laneId) {
      return laneId + "-" + word();
    }
  }

  @Override
  public String toString() {
    return id + " (" + driver + " at " + address + ")";
  }
}
