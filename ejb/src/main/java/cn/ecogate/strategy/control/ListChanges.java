package cn.ecogate.strategy.control;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.ListReceipt;
import cn.ecogate.strategy.entity.ReceivedListing;
import cn.ecogate.vocabulary.PlateColor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a platform's list changes about the vehicles that stand on it here. */
public final class ListChanges {

  private static final int MOST_REASON = 200;

  private final List<ExceedingVehicle> released = new ArrayList<>();
  private final List<ExceedingVehicle> replaced = new ArrayList<>();
  private final List<ReceivedListing> kept = new ArrayList<>();
  private int unchanged;

  private record Key(String plate, PlateColor color) {}

  /** A line of the ledger's entry. */
  public record Line(String name, String words) {}

  private ListChanges() {}

  /**
   * @param standing the platform's entries that are not released, oldest first
   */
  public static ListChanges between(
      List<ExceedingVehicle> standing, List<ReceivedListing> sent, boolean full) {
    ListChanges changes = new ListChanges();
    Map<Key, ExceedingVehicle> here = new LinkedHashMap<>();
    for (ExceedingVehicle entry : standing) {
      ExceedingVehicle older = here.put(new Key(entry.getPlate(), entry.getPlateColor()), entry);
      if (older != null) {
        changes.replaced.add(older);
      }
    }
    Map<Key, ReceivedListing> last = new LinkedHashMap<>();
    sent.forEach(vehicle -> last.put(new Key(vehicle.plate().text(), vehicle.color()), vehicle));
    last.forEach((key, vehicle) -> changes.take(here.remove(key), vehicle));
    if (full) {
      changes.released.addAll(here.values());
    }
    return changes;
  }

  private void take(ExceedingVehicle here, ReceivedListing vehicle) {
    if (vehicle.released()) {
      if (here == null) {
        unchanged++;
      } else {
        released.add(here);
      }
    } else if (here == null) {
      kept.add(vehicle);
    } else if (same(here, vehicle)) {
      unchanged++;
    } else {
      replaced.add(here);
      kept.add(vehicle);
    }
  }

  private static boolean same(ExceedingVehicle here, ReceivedListing vehicle) {
    return here.getReason().equals(reason(vehicle))
        && here.getIssued().equals(vehicle.issued())
        && Objects.equals(here.getVin(), vehicle.vin().orElse(null))
        && here.getFuel() == vehicle.fuel().orElse(null)
        && here.getStage() == vehicle.stage().orElse(null);
  }

  /** Entries whose vehicle may pass again. */
  public List<ExceedingVehicle> released() {
    return released;
  }

  /** Entries that another one takes the place of. */
  public List<ExceedingVehicle> replaced() {
    return replaced;
  }

  /** Entries to be made, with what the gate says of them. */
  public Map<ReceivedListing, Listing> kept(String source) {
    Map<ReceivedListing, Listing> listings = new LinkedHashMap<>();
    kept.forEach(
        vehicle -> listings.put(vehicle, new Listing(source, reason(vehicle), vehicle.issued())));
    return listings;
  }

  /** One line for every vehicle whose standing changed. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    kept.forEach(
        vehicle ->
            lines.add(
                new Line(
                    "listed",
                    vehicle.plate()
                        + " "
                        + vehicle.color().code()
                        + " "
                        + vehicle.issued()
                        + " "
                        + reason(vehicle))));
    released.forEach(
        entry ->
            lines.add(new Line("released", entry.getPlate() + " " + entry.getPlateColor().code())));
    return lines;
  }

  public ListReceipt receipt() {
    int amended = Math.min(replaced.size(), kept.size());
    return new ListReceipt(kept.size() - amended, amended, released.size(), unchanged);
  }

  /** A platform may leave the reason out; the display then says so. */
  private static String reason(ReceivedListing vehicle) {
    String said = vehicle.reason() == null ? "" : vehicle.reason().strip();
    String reason = said.isEmpty() ? "未注明" : said;
    return reason.substring(0, Math.min(reason.length(), MOST_REASON));
  }
}
