package cn.ecogate.simulator.day;

import java.time.Duration;

/** What a visitor is, as the simulator means it; the site's own rules decide. */
public enum Kind {
  GOOD(40),
  STAGE_TOO_LOW(12),
  LISTED(12),
  STAGE_UNKNOWN(35),
  NOT_FILED(30),
  UNREAD(35),
  NO_PLATE(35),
  /** Sent through the control door. */
  ORDERED(30),
  /** On its way out. */
  LEAVING(60);

  private final Duration patience;

  Kind(int patienceSeconds) {
    this.patience = Duration.ofSeconds(patienceSeconds);
  }

  /** How long the driver waits before the boom until he backs out: guards need time to look. */
  Duration patience() {
    return patience;
  }
}
