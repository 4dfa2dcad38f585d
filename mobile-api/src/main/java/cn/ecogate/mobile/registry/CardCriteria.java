package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Query;
import cn.ecogate.registry.entity.CardFilter;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class CardCriteria {

  @QueryParam("text")
  String text;

  @QueryParam("stage")
  String stage;

  @QueryParam("fuel")
  String fuel;

  @QueryParam("service")
  String service;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  CardFilter filter() {
    return new CardFilter(
        Query.blankToNull(text),
        Told.coded("stage", EmissionStage.values(), stage),
        Told.coded("fuel", FuelType.values(), fuel),
        Query.named("service", ServiceState.values(), service));
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
