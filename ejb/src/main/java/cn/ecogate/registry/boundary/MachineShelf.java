package cn.ecogate.registry.boundary;

import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.ledger.boundary.Shelf;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * The machines' plates at hand for the gate: a plant has some hundred, so they are read once for
 * all vehicles that are not on file. Whoever decides by them must record the decision through a
 * ledger draft.
 */
@ApplicationScoped
public class MachineShelf {

  private static final String ALL = "all";

  @Inject LedgerNews news;
  @Inject MachineReader reader;

  private final Shelf<String, Map<String, String>> shelf = new Shelf<>(1, () -> news.mark());

  /** The machine on file with that plate, in words such as 装载机（JX-001）; empty if none has it. */
  public Optional<String> byPlate(PlateNumber plate) {
    return Optional.ofNullable(shelf.get(ALL, key -> reader.byPlate()).get(plate.text()));
  }
}
