package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.PlateNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a strategy spares (例外车辆): plates and fleets, e.g. those that carry food and medicine.
 *
 * @param fleets owners as they are filed
 * @param why e.g. 民生保障
 */
public record Spared(Set<String> plates, Set<String> fleets, String why) {

  public static final Spared NOBODY = new Spared(Set.of(), Set.of(), "");

  public Spared {
    plates = Set.copyOf(plates);
    fleets = Set.copyOf(fleets);
    why = Objects.requireNonNullElse(why, "");
  }

  public boolean nobody() {
    return plates.isEmpty() && fleets.isEmpty();
  }

  public boolean has(Optional<PlateNumber> plate, FiledVehicle vehicle) {
    return !plates.isEmpty() && plate.isPresent() && plates.contains(plate.get().text())
        || !fleets.isEmpty() && fleets.contains(vehicle.owner());
  }
}
