package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Query;
import cn.ecogate.vocabulary.Rejected;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Which platform's which day; today if none is named. */
public class DayCriteria {

  @QueryParam("platform")
  String platform;

  @QueryParam("day")
  String day;

  String platform() {
    return Query.blankToNull(platform);
  }

  LocalDate day(LocalDate today) {
    String given = Query.blankToNull(day);
    try {
      return given == null ? today : LocalDate.parse(given);
    } catch (DateTimeParseException none) {
      throw new Rejected("query-value", "day", "day 应写作 2026-11-21。");
    }
  }
}
