package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Query;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class ViolationCriteria {

  @QueryParam("plate")
  String plate;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  String plate() {
    return Query.blankToNull(plate);
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
