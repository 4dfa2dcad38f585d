package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * How a device's link stands.
 *
 * @param since when it came into this state
 * @param lastFrame when the device last said anything intelligible, null if never
 * @param frames frames understood since install
 * @param errors frames not understood, and failed calls, since install
 * @param lastError what is wrong now, in words a person can act on; null once the device is well
 *     again
 */
public record DeviceHealth(
    String deviceId,
    State state,
    Instant since,
    Instant lastFrame,
    long frames,
    long errors,
    String lastError)
    implements Serializable {

  /** Where the link is in its life. */
  public enum State {
    CONNECTING,
    UP,
    DOWN
  }

  public Optional<Instant> heard() {
    return Optional.ofNullable(lastFrame);
  }

  public Optional<String> complaint() {
    return Optional.ofNullable(lastError);
  }
}
