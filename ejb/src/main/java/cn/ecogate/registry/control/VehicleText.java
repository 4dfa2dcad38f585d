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
    items.put("stage-evidence", name(vehicle.getEvidence()));
    items.put("list-photo", vehicle.getListPhoto());
    items.put("licence-photo", vehicle.getLicencePhoto());
    items.put("valid-until", vehicle.getValidUntil());
    items.put("service", name(vehicle.getService()));
    return items;
  }

  /** The items, and how far their review has come. */
  public static Map<String, Object> standing(Vehicle vehicle) {
    Map<String, Object> all = items(vehicle);
    all.put("review", name(vehicle.getReview()));
    all.put("temporary-until", vehicle.getTemporaryUntil());
    all.put("returned-for", vehicle.getReturnedFor());
    return all;
  }

  /**
   * The entry's text.
   *
   * @param act what was done, stable, e.g. {@code vehicle-filed}
   * @param before empty for a vehicle that is filed for the first time
   */
  public static CanonicalText of(
      String act,
      String who,
      Instant at,
      Optional<Map<String, Object>> before,
      Map<String, Object> after) {
    CanonicalText text =
        CanonicalText.of("ecogate audit 1").line("act", act).line("user", who).line("at", at);
    before.ifPresent(items -> items.forEach((name, value) -> text.line("before-" + name, value)));
    after.forEach((name, value) -> text.line("after-" + name, value));
    return text;
  }

  private static String code(Coded word) {
    return word == null ? null : word.code();
  }

  private static String name(Enum<?> word) {
    return word == null ? null : word.name();
  }
}
