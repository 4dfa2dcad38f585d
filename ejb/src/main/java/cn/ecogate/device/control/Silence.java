package cn.ecogate.device.control;

import cn.ecogate.device.entity.DeviceStatus;
import java.time.Duration;
import java.time.Instant;

/** Whether a device has been away so long that a person has to know. */
public final class Silence {

  private static final String SETTING = "silence-minutes";
  private static final String OTHERWISE = "5";

  private Silence() {}

  /**
   * Its link is not up, for longer than the device's {@code silence-minutes}. A link that stands is
   * not silent: each link knows itself when its device should have spoken, and goes down.
   */
  public static boolean isTooLong(DeviceStatus status, Instant now) {
    return status.link() != DeviceStatus.Link.UP
        && Duration.between(status.since(), now).compareTo(limit(status)) >= 0;
  }

  /** What to tell the person. */
  public static String sentence(DeviceStatus status) {
    return status.device().kind().label()
        + "失联超过 "
        + limit(status).toMinutes()
        + " 分钟："
        + status.complaint().orElse("尚未连上");
  }

  private static Duration limit(DeviceStatus status) {
    return Duration.ofMinutes(
        Long.parseLong(status.device().settings().getOrDefault(SETTING, OTHERWISE)));
  }
}
