package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Query;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.RecordKind;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class DispatchCriteria {

  @QueryParam("platform")
  String platform;

  @QueryParam("state")
  String state;

  @QueryParam("kind")
  String kind;

  @QueryParam("only")
  String only;

  @QueryParam("subject")
  String subject;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  DispatchFilter filter() {
    return new DispatchFilter(
        Query.blankToNull(platform),
        Query.named("state", Dispatch.State.values(), state),
        Query.named("kind", RecordKind.values(), kind),
        null,
        Query.blankToNull(subject),
        null,
        null,
        Query.named("only", DispatchFilter.Only.values(), only));
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
