package cn.ecogate.uplink.control;

import java.time.Duration;

/**
 * How many records of a backlog are on the line at once. Several keep it full while each waits for
 * its answer; too many make a live record, which shares the line with them, late. So there is one
 * fewer after a call that took long, and one more after a quick one.
 */
public record Breadth(int places) {

  /** At the begin, and on a line that is wide enough. */
  public static final Breadth FULL = new Breadth(6);

  /** One fills the line while the other waits for its answer. */
  private static final int NARROWEST = 2;

  /** With a few calls of this length beside it a live record is there within a second. */
  private static final Duration LONG = Duration.ofMillis(400);

  private static final Duration QUICK = LONG.dividedBy(2);

  /** After a call that took so long. */
  public Breadth after(Duration took) {
    if (took.compareTo(LONG) > 0) {
      return new Breadth(Math.max(NARROWEST, places - 1));
    }
    return took.compareTo(QUICK) < 0 ? new Breadth(Math.min(FULL.places, places + 1)) : this;
  }
}
