package cn.ecogate.passage.entity;

import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import java.util.Objects;

/**
 * What of a passage's record may turn out wrong and be corrected: who it was and which way, and the
 * copy of the vehicle's filed items. Null where there is none.
 *
 * @param vehicleId the filing the items were copied from
 */
public record PassageItems(
    String plate,
    PlateColor plateColor,
    Direction direction,
    Long vehicleId,
    String vehicleType,
    String use,
    String vin,
    String brandModel,
    FuelType fuel,
    EmissionStage stage,
    String owner) {

  /** As the passage has them. */
  public static PassageItems of(Passage passage) {
    return new PassageItems(
        passage.getPlate(),
        passage.getPlateColor(),
        passage.getDirection(),
        passage.getVehicleId(),
        passage.getVehicleType(),
        passage.getVehicleUse(),
        passage.getVin(),
        passage.getBrandModel(),
        passage.getFuel(),
        passage.getStage(),
        passage.getOwner());
  }

  /** The same vehicle and way with that filing's items; null leaves none. */
  public PassageItems filedAs(Vehicle vehicle) {
    return vehicle == null
        ? new PassageItems(
            plate, plateColor, direction, null, null, null, null, null, null, null, null)
        : new PassageItems(
            plate,
            plateColor,
            direction,
            vehicle.getId(),
            vehicle.getVehicleType(),
            vehicle.getUse(),
            vehicle.getVin(),
            vehicle.getBrandModel(),
            vehicle.getFuel(),
            vehicle.getStage(),
            vehicle.getOwner());
  }

  /** True if both name the same plate in the same colour. */
  public boolean samePlate(PassageItems other) {
    return Objects.equals(plate, other.plate) && plateColor == other.plateColor;
  }
}
