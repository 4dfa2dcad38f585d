package cn.ecogate.site.entity;

import java.time.Duration;

/**
 * How weighings become loads.
 *
 * @param automatic true if a weighing becomes the load of its passage by itself; otherwise it is
 *     offered to a person
 * @param window how far in time a weighing may be from its passage, before or after
 */
public record LoadRule(boolean automatic, Duration window) {

  /** What holds where the site says nothing. */
  public static final LoadRule USUAL = new LoadRule(false, Duration.ofMinutes(10));
}
