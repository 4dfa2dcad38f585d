package cn.ecogate.device.entity;

import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import java.time.Instant;
import java.util.Optional;

/**
 * A device of the site and how it is now.
 *
 * @param since when it came into this state
 * @param complaint the last fault in words, empty if none
 */
public record DeviceStatus(
    Device device,
    Lane lane,
    Link link,
    Instant since,
    Optional<Instant> lastHeard,
    long frames,
    long errors,
    Optional<String> complaint) {

  /** The state of its link. */
  public enum Link {
    CONNECTING,
    UP,
    DOWN
  }
}
