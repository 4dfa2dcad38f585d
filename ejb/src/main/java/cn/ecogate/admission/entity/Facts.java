package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.util.List;
import java.util.Optional;

/**
 * Everything the rules may know about one vehicle at one barrier, fetched before they are asked.
 *
 * @param plate empty unless the sighting is {@link Sighting#READ}
 * @param vehicle the filed vehicle of that plate and colour, empty if none is filed
 * @param listing the vehicle's entry on an exceeding list, empty if it stands on none
 * @param restrictions what the strategies in force forbid at this moment
 */
public record Facts(
    Direction direction,
    Sighting sighting,
    Optional<PlateNumber> plate,
    PlateColor color,
    Optional<FiledVehicle> vehicle,
    Optional<Listing> listing,
    List<Restriction> restrictions) {

  public Facts {
    restrictions = List.copyOf(restrictions);
  }
}
