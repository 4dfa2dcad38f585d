package cn.ecogate.strategy.entity;

import java.time.LocalTime;

/**
 * The part of every day in which a strategy holds; from 22:00 until 06:00 goes over midnight.
 *
 * @param until no longer belongs to it
 */
public record DailyHours(LocalTime from, LocalTime until) {

  public boolean has(LocalTime time) {
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }

  /** E.g. 每日 22:00 至次日 06:00. */
  public String words() {
    return "每日 " + from + " 至" + (from.isBefore(until) ? " " : "次日 ") + until;
  }
}
