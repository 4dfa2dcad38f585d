package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A weight that has come to rest on a weighbridge, told once per weighing, in kilograms.
 *
 * @param eventId unique with the device; a weight delivered again carries the same one
 * @param at when the last of its frames was received: indicators send no time
 * @param gross with vehicle and load; null if the indicator shows only net
 * @param tare what the indicator took off; null if none or not told
 * @param net gross less tare; null unless the indicator shows it
 * @param stableFrames so many frames in a row showed it, within a division
 * @param corrects the event id of the weight told before in the same weighing, which came to rest
 *     elsewhere; null as a rule
 * @param rawDigest SHA-256 of the last frame, lower-case hex
 */
public record WeightSeen(
    String deviceId,
    String eventId,
    Instant at,
    BigDecimal gross,
    BigDecimal tare,
    BigDecimal net,
    int stableFrames,
    String corrects,
    String rawDigest)
    implements Serializable {

  /** The event id of the weight that this one replaces. */
  public Optional<String> corrected() {
    return Optional.ofNullable(corrects);
  }
}
