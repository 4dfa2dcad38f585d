package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Query;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitFilter;
import jakarta.ws.rs.QueryParam;

/** The filters of visits as they stand in the address; none means any. */
public class VisitCriteria {

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  @QueryParam("plate")
  String plate;

  @QueryParam("lane")
  String lane;

  @QueryParam("owner")
  String owner;

  @QueryParam("state")
  String state;

  @QueryParam("before")
  String before;

  @QueryParam("open")
  String open;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  VisitFilter filter() {
    return new VisitFilter(
        PassageCriteria.time("from", from),
        PassageCriteria.time("to", to),
        Query.blankToNull(plate),
        Query.blankToNull(lane),
        Query.blankToNull(owner),
        Query.named("state", Visit.State.values(), state),
        PassageCriteria.time("before", before),
        "true".equals(open));
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
