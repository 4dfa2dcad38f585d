package cn.ecogate.registry.boundary;

import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.ledger.boundary.Shelf;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The filings at hand for the gate, because the same trucks come again and again. Whoever decides
 * by them must record the decision through a ledger draft, which is asked again if a filing may
 * have changed.
 */
@ApplicationScoped
public class VehicleShelf {

  private static final int MOST = 20_000;
  private static final int MOST_SIMILAR = 1_000;

  @Inject LedgerNews news;
  @Inject VehicleReader reader;

  private final Shelf<Key, Optional<Vehicle>> shelf = new Shelf<>(MOST, () -> news.mark());

  private final Shelf<PlateNumber, List<Vehicle>> similar =
      new Shelf<>(MOST_SIMILAR, () -> news.mark());

  private record Key(PlateNumber plate, PlateColor color) {}

  /** Not to be changed: others read the same filing. */
  public Optional<Vehicle> byPlate(PlateNumber plate, PlateColor color) {
    return shelf.get(new Key(plate, color), key -> reader.byPlate(key.plate(), key.color()));
  }

  /** Vehicles with that plate in another colour, or with one that is easily taken for it. */
  public List<Vehicle> alike(PlateNumber plate) {
    return similar.get(plate, key -> reader.alike(key));
  }
}
