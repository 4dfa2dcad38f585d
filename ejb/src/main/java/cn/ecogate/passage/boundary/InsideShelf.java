package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Whereabouts;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Who is inside, at hand for the gate without asking the database. It follows the visits, which
 * follow the ledger within about a second: long before a vehicle can come to another barrier.
 */
@ApplicationScoped
public class InsideShelf {

  /** Where a vehicle is, is told so long after the visits were last seen to be complete. */
  static final Duration KNOWN_FOR = Duration.ofSeconds(5);

  private final LongSupplier nanos;

  private volatile Copy copy = new Copy(-1, 0, Map.of(), Map.of(), Map.of(), 0);

  /** For the container. */
  public InsideShelf() {
    this(System::nanoTime);
  }

  /** For tests: a steady clock in nanoseconds. */
  InsideShelf(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Key(String plate, PlateColor color) {}

  private record Stay(Instant since, String lane) {}

  private record Copy(
      long asOf,
      long readAt,
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
   * Where it is, for a vehicle that stands at that lane; empty while the visits are behind, as
   * after a start or a long outage.
   *
   * @param vin null if it is not on file
   */
  public Optional<Whereabouts> whereabouts(
      PlateNumber plate, PlateColor color, String vin, String lane) {
    Copy now = copy;
    return now.asOf < 0 || nanos.getAsLong() - now.readAt > KNOWN_FOR.toNanos()
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

  /** The visits still know all that the ledger knows. */
  void confirm() {
    Copy now = copy;
    copy = new Copy(now.asOf, nanos.getAsLong(), now.byPlate, now.byVin, now.byLane, now.count);
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
    copy = new Copy(asOf, nanos.getAsLong(), byPlate, byVin, byLane, inside.size());
  }

  private static Optional<Stay> stay(Copy copy, PlateNumber plate, PlateColor color, String vin) {
    Stay byVin = vin == null ? null : copy.byVin.get(vin);
    return Optional.ofNullable(
        byVin == null ? copy.byPlate.get(new Key(plate.text(), color)) : byVin);
  }
}
