package cn.ecogate.passage.boundary;

import cn.ecogate.passage.entity.Visit;
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

  private volatile Copy copy = new Copy(-1, Map.of(), Map.of(), 0);

  private record Key(String plate, PlateColor color) {}

  private record Copy(
      long asOf, Map<Key, Instant> byPlate, Map<String, Instant> byVin, int count) {}

  /** Since when; empty if it is not inside, as far as is known. */
  public Optional<Instant> insideSince(PlateNumber plate, PlateColor color) {
    return Optional.ofNullable(copy.byPlate.get(new Key(plate.text(), color)));
  }

  /** The same for a vehicle on file, whatever plate it wore when it came. */
  public Optional<Instant> insideSince(PlateNumber plate, PlateColor color, String vin) {
    Optional<Instant> byVin = Optional.ofNullable(vin).map(copy.byVin::get);
    return byVin.isPresent() ? byVin : insideSince(plate, color);
  }

  public int insideCount() {
    return copy.count;
  }

  /** How many of the ledger's entries it knows; -1 before the first look. */
  long asOf() {
    return copy.asOf;
  }

  void renew(long asOf, List<Visit> inside) {
    Map<Key, Instant> byPlate = new HashMap<>();
    Map<String, Instant> byVin = new HashMap<>();
    for (Visit visit : inside) {
      byPlate.put(new Key(visit.getPlate(), visit.getPlateColor()), visit.getInAt());
      if (visit.getVin() != null) {
        byVin.put(visit.getVin(), visit.getInAt());
      }
    }
    copy = new Copy(asOf, byPlate, byVin, inside.size());
  }
}
