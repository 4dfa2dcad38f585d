package cn.ecogate.passage.entity;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import java.time.Instant;

/**
 * What to look for among the passages (HJ 1321-2023 query function: any combination of time,
 * vehicle, stage, fuel, control state); null or empty means any.
 *
 * @param from inclusive, by {@code seenAt}
 * @param to exclusive
 * @param plate part of the plate
 * @param owner part of the fleet's or owner's name
 * @param vin part of the VIN
 * @param vehicleType the beginning of a type's code: H1 is every heavy goods vehicle
 * @param reason one of the verdict's reasons
 * @param laneId e.g. {@code A-01}; a gate's letter alone means all its lanes
 */
public record PassageFilter(
    Instant from,
    Instant to,
    String plate,
    String laneId,
    Direction direction,
    EmissionStage stage,
    FuelType fuel,
    Passage.Outcome outcome,
    Passage.Source source,
    String owner,
    String vin,
    String vehicleType,
    Reason.Code reason) {

  public PassageFilter(
      Instant from,
      Instant to,
      String plate,
      String laneId,
      Direction direction,
      EmissionStage stage,
      FuelType fuel,
      Passage.Outcome outcome,
      Passage.Source source) {
    this(from, to, plate, laneId, direction, stage, fuel, outcome, source, null, null, null, null);
  }

  public static PassageFilter any() {
    return new PassageFilter(null, null, null, null, null, null, null, null, null);
  }
}
