package cn.ecogate.passage.control;

import java.time.Duration;
import java.time.Instant;

/** Which time a sighting's record carries: the camera's, unless its clock is plainly wrong. */
public final class SeenTime {

  /** A live event's camera time may differ this much from ours before ours is believed instead. */
  static final Duration TOLERANCE = Duration.ofMinutes(2);

  private SeenTime() {}

  /**
   * A late event keeps the camera's time, as nothing better is known, but never one in the future.
   */
  public static Instant of(Instant device, Instant received, boolean late) {
    Duration ahead = Duration.between(received, device);
    boolean believable = late ? !device.isAfter(received) : ahead.abs().compareTo(TOLERANCE) <= 0;
    return believable ? device : received;
  }
}
