package cn.ecogate.web.device;

import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.device.entity.DeviceStatus.Link;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A look at a device for some seconds: does its link stand, does it say anything.
 *
 * @param frames how many were understood when the look began
 */
record LinkTrial(Instant begun, long frames) implements Serializable {

  /** Longer than the pause between two heartbeats of a camera (10 s). */
  static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final long serialVersionUID = 1L;

  static LinkTrial of(DeviceStatus status, Instant now) {
    return new LinkTrial(now, status.frames());
  }

  /** What is seen so far. */
  enum Result {
    RUNNING,
    /** It speaks. */
    SPEAKS,
    /** The link stands, but nothing was said. */
    STANDS,
    /** There is no link. */
    DOWN
  }

  Result seen(DeviceStatus status, Instant now) {
    // Fewer than before: it was linked anew and counts from the beginning.
    boolean spoke = status.frames() > frames || status.frames() > 0 && status.frames() < frames;
    if (status.link() == Link.UP && spoke) {
      return Result.SPEAKS;
    }
    if (Duration.between(begun, now).compareTo(PATIENCE) < 0) {
      return Result.RUNNING;
    }
    return status.link() == Link.UP ? Result.STANDS : Result.DOWN;
  }

  long seconds(Instant now) {
    return Duration.between(begun, now).toSeconds();
  }
}
