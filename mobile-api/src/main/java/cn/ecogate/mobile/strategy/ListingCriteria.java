package cn.ecogate.mobile.strategy;

import cn.ecogate.mobile.Query;
import cn.ecogate.strategy.entity.ListingFilter;
import jakarta.ws.rs.QueryParam;

/** The filters of the exceeding list as they stand in the address; none means any. */
public class ListingCriteria {

  @QueryParam("text")
  String text;

  @QueryParam("whose")
  String whose;

  @QueryParam("standing")
  String standing;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  private enum Whose {
    PLATFORM,
    HOUSE
  }

  ListingFilter filter() {
    Whose wanted = Query.named("whose", Whose.values(), whose);
    String stands = Query.blankToNull(standing);
    return new ListingFilter(
        Query.blankToNull(text),
        wanted == null ? null : Boolean.valueOf(wanted == Whose.HOUSE),
        stands == null ? null : Boolean.valueOf(!"true".equals(stands)));
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
