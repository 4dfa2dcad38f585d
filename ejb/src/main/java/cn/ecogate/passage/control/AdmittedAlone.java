package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Which plates a camera may let through alone: those that the gate's own rules would admit at this
 * moment, and that every filed vehicle of that plate shares, because its list knows no colours.
 */
public final class AdmittedAlone {

  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  private final Direction direction;
  private final List<Restriction> restrictions;
  private final BiFunction<PlateNumber, PlateColor, Optional<Listing>> listing;
  private final Function<Facts, Decision> rules;
  private final Instant at;
  private final Circumstances around;
  private final Set<String> admitted = new TreeSet<>();
  private final Set<String> barred = new HashSet<>();

  /**
   * @param rules the gate's own
   * @param at the last moment the camera will decide by this list: a filing must hold until then
   * @param around whether the lane is open; where a vehicle will be nobody knows
   */
  public AdmittedAlone(
      Direction direction,
      List<Restriction> restrictions,
      BiFunction<PlateNumber, PlateColor, Optional<Listing>> listing,
      Function<Facts, Decision> rules,
      Instant at,
      Circumstances around) {
    this.direction = direction;
    this.restrictions = List.copyOf(restrictions);
    this.listing = listing;
    this.rules = rules;
    this.at = at;
    this.around = around;
  }

  public void consider(Vehicle vehicle) {
    boolean admits =
        rules
            .apply(facts(vehicle))
            .verdict()
            .match(yes -> true, refused -> false, needsGuard -> false);
    (admits ? admitted : barred).add(vehicle.getPlate());
  }

  private Facts facts(Vehicle vehicle) {
    PlateNumber plate = new PlateNumber(vehicle.getPlate());
    return new Facts(
        direction,
        Sighting.READ,
        Optional.of(plate),
        vehicle.getPlateColor(),
        Optional.of(PassageDraft.filed(vehicle)),
        listing.apply(plate, vehicle.getPlateColor()),
        restrictions,
        List.of(),
        at,
        around);
  }

  public Set<String> plates() {
    Set<String> plates = new TreeSet<>(admitted);
    plates.removeAll(barred);
    return plates;
  }

  /**
   * When a camera that hears no more of us is to stop: at the end of tomorrow, so that a list is
   * written anew once a day and never trusted longer than two.
   */
  public static Instant until(Instant now) {
    return now.atZone(PLANT_ZONE).truncatedTo(ChronoUnit.DAYS).plusDays(2).toInstant();
  }
}
