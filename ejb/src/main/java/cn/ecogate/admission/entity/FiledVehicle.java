package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the rules need of a filed vehicle.
 *
 * @param type GA/T 16.4 code of three characters, e.g. H11
 * @param use GA/T 16.3 letter, e.g. F freight, I fire engine, J ambulance, H police
 * @param owner the fleet or person it belongs to, may be empty
 * @param endsAt from this moment on the filing no longer holds, empty if it has no end
 */
public record FiledVehicle(
    String type,
    String use,
    FuelType fuel,
    EmissionStage stage,
    String owner,
    Optional<Instant> endsAt,
    Standing standing) {

  public FiledVehicle {
    type = Objects.requireNonNullElse(type, "");
    use = Objects.requireNonNullElse(use, "");
    fuel = Objects.requireNonNullElse(fuel, FuelType.OTHER);
    stage = Objects.requireNonNullElse(stage, EmissionStage.UNKNOWN);
    owner = Objects.requireNonNullElse(owner, "");
    standing = Objects.requireNonNullElse(standing, Standing.AWAITING_REVIEW);
  }

  /** A vehicle of no named owner, whose filing is in force without an end. */
  public FiledVehicle(String type, String use, FuelType fuel, EmissionStage stage) {
    this(type, use, fuel, stage, "", Optional.empty(), Standing.IN_FORCE);
  }

  public boolean heavyGoods() {
    return VehicleType.heavyGoods(type);
  }

  /** True if it saves lives by its filed use: fire, ambulance, police, rescue. */
  public boolean emergency() {
    return VehicleUse.known(use).filter(VehicleUse::emergency).isPresent();
  }

  /** The vehicle as a Chinese phrase, e.g. 国四柴油重型普通货车. */
  public String words() {
    return (stage.known() ? stage.label() : "排放阶段未知的")
        + fuel.label()
        + (VehicleType.shaped(type) ? VehicleType.label(type) : "车（类型未填）");
  }
}
