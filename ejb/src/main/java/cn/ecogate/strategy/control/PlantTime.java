package cn.ecogate.strategy.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The plant's calendar and clock on the wall: strategies are ordered in Chinese time. */
public final class PlantTime {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

  private PlantTime() {}

  /** The plant's day at that moment. */
  public static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  static LocalTime clock(Instant moment) {
    return LocalTime.ofInstant(moment, ZONE);
  }

  static String words(Instant moment) {
    return MINUTES.format(moment);
  }
}
