package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Query;
import cn.ecogate.uplink.entity.ReceiptFilter;
import cn.ecogate.uplink.entity.ReceiptKind;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class ReceiptCriteria {

  @QueryParam("platform")
  String platform;

  @QueryParam("kind")
  String kind;

  @QueryParam("odd")
  boolean odd;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  ReceiptFilter filter() {
    return new ReceiptFilter(
        Query.blankToNull(platform), Query.named("kind", ReceiptKind.values(), kind), odd);
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
