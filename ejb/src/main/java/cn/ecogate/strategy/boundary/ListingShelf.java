package cn.ecogate.strategy.boundary;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.ledger.boundary.Shelf;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What the exceeding list says of the vehicles that come, at hand for the gate. Whoever decides by
 * it must record the decision through a ledger draft.
 */
@ApplicationScoped
public class ListingShelf {

  private static final int MOST = 20_000;

  @Inject LedgerNews news;
  @Inject ListingReader reader;

  private final Shelf<Key, Optional<Listing>> shelf = new Shelf<>(MOST, () -> news.mark());

  private record Key(PlateNumber plate, PlateColor color) {}

  public Optional<Listing> listing(PlateNumber plate, PlateColor color) {
    return shelf.get(new Key(plate, color), key -> reader.listing(key.plate(), key.color()));
  }
}
