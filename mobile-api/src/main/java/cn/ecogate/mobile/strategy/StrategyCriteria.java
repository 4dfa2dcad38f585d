package cn.ecogate.mobile.strategy;

import cn.ecogate.mobile.Query;
import cn.ecogate.strategy.entity.StrategyFilter;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Rejected;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class StrategyCriteria {

  @QueryParam("state")
  String state;

  @QueryParam("alert")
  String alert;

  @QueryParam("by")
  String by;

  @QueryParam("text")
  String text;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  private enum Setter {
    PLATFORM,
    PLANT
  }

  StrategyFilter filter() {
    Setter setter = Query.named("by", Setter.values(), by);
    return new StrategyFilter(
        Query.named("state", StrategyState.values(), state),
        Query.coded("alert", AlertLevel.values(), alert),
        setter == null ? null : setter == Setter.PLANT,
        text);
  }

  /** How many rows were given before. */
  int first() {
    String given = Query.blankToNull(cursor);
    if (given == null) {
      return 0;
    }
    if (!given.matches("[0-9]{1,6}")) {
      throw new Rejected("cursor", "cursor", "翻页标记不正确，请从第一页重新查询。");
    }
    return Integer.parseInt(given);
  }

  int rows() {
    return Query.rows(limit);
  }
}
