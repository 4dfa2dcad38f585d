package cn.ecogate.web.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long ago, in words; the browser keeps them going with the same sentences. */
final class RelativeTime {

  private RelativeTime() {}

  static String ago(Instant then, Instant now, Locale locale) {
    long seconds = Duration.between(then, now).toSeconds();
    if (seconds < 0) {
      return Words.say(locale, "ago.soon");
    }
    if (seconds < 60) {
      return Words.say(locale, "ago.seconds", seconds);
    }
    if (seconds < 3600) {
      return Words.say(locale, "ago.minutes", seconds / 60);
    }
    return seconds < 86400
        ? Words.say(locale, "ago.hours", seconds / 3600)
        : Words.say(locale, "ago.days", seconds / 86400);
  }
}
