package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import java.util.Objects;

/**
 * What the rules need of a filed vehicle.
 *
 * @param type GA/T 16.4 code of three characters, e.g. H11
 * @param use GA/T 16.3 letter, e.g. F freight, I fire engine, J ambulance, H police
 */
public record FiledVehicle(String type, String use, FuelType fuel, EmissionStage stage) {

  public FiledVehicle {
    type = Objects.requireNonNullElse(type, "");
    use = Objects.requireNonNullElse(use, "");
    fuel = Objects.requireNonNullElse(fuel, FuelType.OTHER);
    stage = Objects.requireNonNullElse(stage, EmissionStage.UNKNOWN);
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
