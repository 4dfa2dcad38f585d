package cn.ecogate.uplink.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * How the line to a platform is.
 *
 * @param online true if the last call (record or heartbeat) was answered
 * @param produced records ever made for it; {@code accepted} of them taken
 * @param retrySentence the retry plan in words
 */
public record PlatformStatus(
    String platformId,
    String name,
    boolean online,
    Optional<Instant> since,
    Optional<Instant> lastAccepted,
    long produced,
    long accepted,
    long waiting,
    long blocked,
    Optional<String> complaint,
    String retrySentence) {

  /** Transfer rate, 0 to 1; 1 if nothing was produced (HJ 1321-2023 asks for at least 0.95). */
  public double transferRate() {
    return produced == 0 ? 1 : (double) accepted / produced;
  }
}
