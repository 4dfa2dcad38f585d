package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Query;
import cn.ecogate.release.entity.DutyFilter;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class DutyCriteria {

  @QueryParam("which")
  String which;

  @QueryParam("lane")
  String lane;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  DutyFilter filter(String caller) {
    return new DutyFilter(
        Query.named("which", DutyFilter.Which.values(), which), Query.blankToNull(lane), caller);
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
