package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the rules may know about one vehicle at one barrier, fetched before they are asked.
 *
 * @param plate empty unless the sighting is {@link Sighting#READ}
 * @param vehicle the filed vehicle of that plate and colour, empty if none is filed
 * @param listing the vehicle's entry on an exceeding list, empty if it stands on none
 * @param restrictions what the strategies in force forbid at this moment
 * @param lookalikes vehicles on file with a plate like this one, or with the same in another
 *     colour; looked for only if the vehicle itself is not on file
 * @param at the moment the rules are asked for
 * @param around how things stand at the lane and in the plant
 */
public record Facts(
    Direction direction,
    Sighting sighting,
    Optional<PlateNumber> plate,
    PlateColor color,
    Optional<FiledVehicle> vehicle,
    Optional<Listing> listing,
    List<Restriction> restrictions,
    List<Lookalike> lookalikes,
    Instant at,
    Circumstances around) {

  public Facts {
    restrictions = List.copyOf(restrictions);
    lookalikes = List.copyOf(lookalikes);
  }

  /** Of a vehicle whose circumstances nobody knows any more. */
  public Facts(
      Direction direction,
      Sighting sighting,
      Optional<PlateNumber> plate,
      PlateColor color,
      Optional<FiledVehicle> vehicle,
      Optional<Listing> listing,
      List<Restriction> restrictions,
      List<Lookalike> lookalikes,
      Instant at) {
    this(
        direction,
        sighting,
        plate,
        color,
        vehicle,
        listing,
        restrictions,
        lookalikes,
        at,
        Circumstances.HISTORY);
  }

  /** True if the vehicle saves lives by its filed use. */
  public boolean emergency() {
    return vehicle.isPresent() && vehicle.get().emergency();
  }

  /** True if the restriction is about this direction and does not spare the vehicle. */
  public boolean under(Restriction restriction) {
    return restriction.directions().contains(direction)
        && (vehicle.isEmpty() || !restriction.spared().has(plate, vehicle.get()));
  }

  /** Which way the vehicle drives, as it stands in sentences. */
  public String way() {
    return direction == Direction.IN ? "入厂" : "出厂";
  }
}
