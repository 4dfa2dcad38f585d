package cn.ecogate.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Times as the plant's clocks show them; the whole of the PRC has one zone. */
@Named
@RequestScoped
public class Moments {

  public static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter CLOCK = pattern("HH:mm:ss");
  private static final DateTimeFormatter DAY = pattern("MM-dd");
  private static final DateTimeFormatter MINUTES = pattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter FULL = pattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter EXACT = pattern("yyyy-MM-dd HH:mm:ss.SSS");

  @Inject Clock clock;
  @Inject Preferences prefs;

  public Instant getNow() {
    return clock.instant();
  }

  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), PLANT_ZONE);
  }

  /** A local time of the plant as a browser's field writes it; null if it is none. */
  public static Instant local(String typed) {
    try {
      return LocalDateTime.parse(typed).atZone(PLANT_ZONE).toInstant();
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  public String ago(Instant then) {
    return then == null ? "" : RelativeTime.ago(then, clock.instant(), prefs.getLocale());
  }

  public String clock(Instant at) {
    return at == null ? "" : CLOCK.format(at);
  }

  public String day(Instant at) {
    return at == null ? "" : DAY.format(at);
  }

  /** What people set, who do not set seconds. */
  public String minutes(Instant at) {
    return at == null ? "" : MINUTES.format(at);
  }

  public String full(Instant at) {
    return at == null ? "" : FULL.format(at);
  }

  public String exact(Instant at) {
    return at == null ? "" : EXACT.format(at);
  }

  /** True if it is younger than so many seconds. */
  public boolean fresh(Instant at, long seconds) {
    return at != null && at.plusSeconds(seconds).isAfter(clock.instant());
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withZone(PLANT_ZONE);
  }
}
