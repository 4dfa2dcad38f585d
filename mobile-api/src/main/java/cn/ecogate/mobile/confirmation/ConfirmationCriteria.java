package cn.ecogate.mobile.confirmation;

import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.mobile.Query;
import jakarta.ws.rs.QueryParam;

/** Which confirmations are asked for; none means all. */
public class ConfirmationCriteria {

  @QueryParam("state")
  String state;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  Confirmation.State state() {
    return Query.named("state", Confirmation.State.values(), state);
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
