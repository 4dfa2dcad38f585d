package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import java.time.LocalDate;

/**
 * What to look for among the vehicles; null or empty means any.
 *
 * @param text part of plate, VIN or owner
 * @param fleet the owner's whole name
 * @param temporary true for those filed at the lane for the time being
 * @param endsBefore whose filing no longer holds on that day
 */
public record VehicleFilter(
    String text,
    EmissionStage stage,
    FuelType fuel,
    ReviewState review,
    ServiceState service,
    String fleet,
    boolean temporary,
    LocalDate endsBefore) {

  public VehicleFilter(String text, EmissionStage stage, FuelType fuel) {
    this(text, stage, fuel, null, null, null, false, null);
  }

  /** What somebody has to look at. */
  public static VehicleFilter awaitingReview() {
    return new VehicleFilter(null, null, null, ReviewState.AWAITING, null, null, false, null);
  }
}
