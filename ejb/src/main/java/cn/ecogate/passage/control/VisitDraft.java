package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitClosing;
import java.time.Instant;
import java.util.Optional;

/** Puts a pair of passages, and what people said about its missing half, into a visit. */
public final class VisitDraft {

  private VisitDraft() {}

  /**
   * What cameras saw counts before what people said: a visit that has both halves needs no word.
   *
   * @param closing the newest word about this visit
   */
  public static Visit of(VisitPairing.Pair pair, Optional<VisitClosing> closing) {
    boolean whole = pair.in() != null && pair.out() != null;
    Optional<VisitClosing> word = closing.filter(told -> !whole);
    Visit visit =
        new Visit(
            pair.first().passageId(),
            state(pair, word.isPresent()),
            pair.first().at(),
            ended(pair, word),
            word.map(VisitClosing::getId).orElse(null));
    Movement known = pair.first().vin() == null ? pair.last() : pair.first();
    visit.vehicle(
        pair.first().plate(), pair.first().color(), known.vin(), known.owner(), known.stage());
    if (pair.in() != null) {
      visit.entrance(pair.in().passageId(), pair.in().at(), pair.in().laneId());
    }
    if (pair.out() != null) {
      visit.exit(pair.out().passageId(), pair.out().at(), pair.out().laneId());
    }
    return visit;
  }

  private static Visit.State state(VisitPairing.Pair pair, boolean spokenAbout) {
    if (pair.in() == null) {
      return Visit.State.ENTRANCE_MISSED;
    }
    if (pair.out() != null) {
      return Visit.State.LEFT;
    }
    return pair.again() == null && !spokenAbout ? Visit.State.INSIDE : Visit.State.EXIT_MISSED;
  }

  private static Instant ended(VisitPairing.Pair pair, Optional<VisitClosing> word) {
    if (pair.out() != null) {
      return pair.out().at();
    }
    return word.map(VisitClosing::getMoment).orElse(pair.again());
  }
}
