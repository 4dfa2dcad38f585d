package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Query;
import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import jakarta.ws.rs.QueryParam;

/** The query's filters as they stand in the address; none means any. */
public class VehicleCriteria {

  @QueryParam("text")
  String text;

  @QueryParam("stage")
  String stage;

  @QueryParam("fuel")
  String fuel;

  @QueryParam("review")
  String review;

  @QueryParam("service")
  String service;

  @QueryParam("fleet")
  String fleet;

  @QueryParam("temporary")
  String temporary;

  @QueryParam("endsBefore")
  String endsBefore;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  VehicleFilter filter() {
    return new VehicleFilter(
        Query.blankToNull(text),
        Told.coded("stage", EmissionStage.values(), stage),
        Told.coded("fuel", FuelType.values(), fuel),
        Query.named("review", ReviewState.values(), review),
        Query.named("service", ServiceState.values(), service),
        Query.blankToNull(fleet),
        "true".equals(temporary),
        Told.day("endsBefore", endsBefore));
  }

  String cursor() {
    return Query.blankToNull(cursor);
  }

  int rows() {
    return Query.rows(limit);
  }
}
