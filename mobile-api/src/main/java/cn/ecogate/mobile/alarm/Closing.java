package cn.ecogate.mobile.alarm;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.mobile.Query;

/** What an alarm turned out to be, and what was done. */
public record Closing(String finding, String cause) {

  /** Null if none was given. */
  Alarm.Finding found() {
    return Query.named("finding", Alarm.Finding.values(), finding);
  }
}
