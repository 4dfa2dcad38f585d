package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Whereabouts;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is inside, at hand for the gate without asking the database. It follows the visits, which
 * follow the ledger within about a second: long before a vehicle can come to another barrier.
 */
@ApplicationScoped
public class InsideShelf {

  private volatile Copy copy = new Copy(-1, Map.of(), Map.of(), Map.of(), 0);

  private record Key(String plate, PlateColor color) {}

  private record Stay(Instant since, String lane) {}

  private record Copy(
      long asOf,
      Map<Key, Stay> byPlate,
      Map<String, Stay> byVin,
      Map<String, Integer> byLane,
      int count) {}

  /** Since when; empty if it is not inside, as far as is known. */
  public Optional<Instant> insideSince(PlateNumber plate, PlateColor color) {
    return stay(copy, plate, color, null).map(Stay::since);
  }

  /** The same for a vehicle on file, whatever plate it wore when it came. */
  public Optional<Instant> insideSince(PlateNumber plate, PlateColor color, String vin) {
    return stay(copy, plate, color, vin).map(Stay::since);
  }

  /**
   * Where it is, for a vehicle that stands at that lane; empty before the first look at the visits.
   *
   * @param vin null if it is not on file
   */
  public Optional<Whereabouts> whereabouts(
      PlateNumber plate, PlateColor color, String vin, String lane) {
    Copy now = copy;
    return now.asOf < 0
        ? Optional.empty()
        : Optional.of(
            stay(now, plate, color, vin)
                .map(stay -> new Whereabouts(Optional.of(stay.since), stay.lane.equals(lane)))
                .orElse(Whereabouts.OUTSIDE));
  }

  public int insideCount() {
    return copy.count;
  }

  /** How many came in by one of these lanes. */
  public int insideCount(List<Lane> lanes) {
    Map<String, Integer> byLane = copy.byLane;
    return lanes.stream().mapToInt(lane -> byLane.getOrDefault(lane.id(), 0)).sum();
  }

  /** How many of the ledger's entries it knows; -1 before the first look. */
  long asOf() {
    return copy.asOf;
  }

  void renew(long asOf, List<Visit> inside) {
    Map<Key, Stay> byPlate = new HashMap<>();
    Map<String, Stay> byVin = new HashMap<>();
    Map<String, Integer> byLane = new HashMap<>();
    for (Visit visit : inside) {
      Stay stay = new Stay(visit.getInAt(), visit.getInLane());
      byPlate.put(new Key(visit.getPlate(), visit.getPlateColor()), stay);
      byLane.merge(stay.lane, 1, Integer::sum);
      if (visit.getVin() != null) {
        byVin.put(visit.getVin(), stay);
      }
    }
    copy = new Copy(asOf, byPlate, byVin, byLane, inside.size());
  }

  private static Optional<Stay> stay(Copy copy, PlateNumber plate, PlateColor color, String vin) {
    Stay byVin = vin == null ? null : copy.byVin.get(vin);
    return Optional.ofNullable(
        byVin == null ? copy.byPlate.get(new Key(plate.text(), color)) : byVin);
  }
}
