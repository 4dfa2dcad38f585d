package cn.ecogate.mobile.alarm;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmFilter;
import cn.ecogate.mobile.Query;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class AlarmCriteria {

  @QueryParam("which")
  String which;

  @QueryParam("kind")
  String kind;

  @QueryParam("subject")
  String subject;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  AlarmFilter filter() {
    return new AlarmFilter(
        Query.named("which", AlarmFilter.Which.values(), which),
        Query.named("kind", Alarm.Kind.values(), kind),
        Query.blankToNull(subject));
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
