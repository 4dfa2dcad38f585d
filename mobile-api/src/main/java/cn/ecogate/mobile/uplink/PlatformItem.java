package cn.ecogate.mobile.uplink;

import cn.ecogate.uplink.entity.PlatformStatus;
import java.time.Instant;

/** How the line to a platform is. */
public record PlatformItem(
    String id,
    String name,
    boolean online,
    Instant since,
    Instant lastAccepted,
    long produced,
    long accepted,
    long waiting,
    long blocked,
    double transferRate,
    String sentence,
    String complaint) {

  static PlatformItem of(PlatformStatus status, Instant now) {
    return new PlatformItem(
        status.platformId(),
        status.name(),
        status.online(),
        status.since().orElse(null),
        status.lastAccepted().orElse(null),
        status.produced(),
        status.accepted(),
        status.waiting(),
        status.blocked(),
        status.transferRate(),
        status.sentence(now),
        status.complaint().orElse(null));
  }
}
