package cn.ecogate.registry.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.Coded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A change of the vehicle register as the ledger keeps it: who, when, before, after. */
public final class VehicleText {

  private VehicleText() {}

  /** Every item of the vehicle, in a fixed order; codes, not labels. */
  public static Map<String, Object> items(Vehicle vehicle) {
    Map<String, Object> items = new LinkedHashMap<>();
    items.put("plate", vehicle.getPlate());
    items.put("plate-color", code(vehicle.getPlateColor()));
    items.put("vehicle-type", vehicle.getVehicleType());
    items.put("use", vehicle.getUse());
    items.put("vin", vehicle.getVin());
    items.put("brand-model", vehicle.getBrandModel());
    items.put("fuel", code(vehicle.getFuel()));
    items.put("stage", code(vehicle.getStage()));
    items.put("telematics", vehicle.isTelematics());
    items.put("registered", vehicle.getRegistered());
    items.put("engine-no", vehicle.getEngineNo());
    items.put("owner", vehicle.getOwner());
    return items;
  }

  /**
   * The entry's text.
   *
   * @param before empty for a vehicle that is filed for the first time
   */
  public static CanonicalText of(
      String who, Instant at, Optional<Map<String, Object>> before, Map<String, Object> after) {
    CanonicalText text =
        CanonicalText.of("ecogate audit 1")
            .line("act", before.isPresent() ? "vehicle-amended" : "vehicle-filed")
            .line("user", who)
            .line("at", at);
    before.ifPresent(items -> items.forEach((name, value) -> text.line("before-" + name, value)));
    after.forEach((name, value) -> text.line("after-" + name, value));
    return text;
  }

  private static String code(Coded word) {
    return word == null ? null : word.code();
  }
}
