package cn.ecogate.alarm.entity;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a channel is left in peace every day, urgent alarms excepted; from a time of the plant's
 * clock on until another, over midnight if that is the earlier one.
 */
public record QuietHours(LocalTime from, LocalTime until) {

  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  /** When it may be told again; empty if it may be told now. */
  public Optional<Instant> endAfter(Instant now) {
    ZonedDateTime here = now.atZone(PLANT_ZONE);
    LocalTime clock = here.toLocalTime();
    boolean quiet =
        from.isBefore(until)
            ? !clock.isBefore(from) && clock.isBefore(until)
            : !clock.isBefore(from) || clock.isBefore(until);
    if (!quiet) {
      return Optional.empty();
    }
    ZonedDateTime end = here.with(until);
    return Optional.of((end.isAfter(here) ? end : end.plusDays(1)).toInstant());
  }
}
