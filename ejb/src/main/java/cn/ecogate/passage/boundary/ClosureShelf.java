package cn.ecogate.passage.boundary;

import cn.ecogate.ledger.boundary.LedgerNews;
import cn.ecogate.ledger.boundary.Shelf;
import cn.ecogate.passage.entity.ClosedLane;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Which lanes are closed, at hand for the gate: read once for all of them after a change of
 * anything. Whoever decides by it must record the decision through a ledger draft.
 */
@ApplicationScoped
public class ClosureShelf {

  private static final String ALL = "all";

  @Inject LedgerNews news;
  @Inject ClosureReader reader;

  private final Shelf<String, Map<String, ClosedLane>> shelf = new Shelf<>(1, () -> news.mark());

  public Optional<ClosedLane> of(String laneId) {
    return Optional.ofNullable(shelf.get(ALL, key -> reader.byLane()).get(laneId));
  }
}
