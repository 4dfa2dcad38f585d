package cn.ecogate.passage.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;

/** What a person may say about the missing half of a visit, and how the ledger keeps it. */
public final class VisitWord {

  private VisitWord() {}

  /** Throws {@link Rejected} if nothing is missing, or the moment cannot be. */
  public static void check(Visit visit, Instant moment, Instant now) {
    if (visit.getState() == Visit.State.LEFT) {
      throw new Rejected("visit-whole", "", "这次进出已有进厂和出厂记录，不用补充说明。");
    }
    if (moment == null) {
      return;
    }
    if (moment.isAfter(now)) {
      throw new Rejected("time-ahead", "moment", "所填时间晚于现在，请核对。");
    }
    if (visit.getState() == Visit.State.ENTRANCE_MISSED) {
      if (!moment.isBefore(visit.getOutAt())) {
        throw new Rejected("moment-after-exit", "moment", "进厂时间应早于出厂时间，请核对。");
      }
    } else if (!moment.isAfter(visit.getInAt())) {
      throw new Rejected("moment-before-entrance", "moment", "出厂时间应晚于进厂时间，请核对。");
    }
  }

  public static CanonicalText text(
      Visit visit, String serial, Instant moment, String reason, String user) {
    boolean exit = visit.getState() != Visit.State.ENTRANCE_MISSED;
    return CanonicalText.of("ecogate visit-closing 1")
        .line("passage", serial)
        .line("passage-entry", visit.getId() - 1)
        .line("missing", exit ? "exit" : "entrance")
        .line("plate", visit.getPlate())
        .line("color", visit.getPlateColor().code())
        .line(exit ? "left-at" : "came-at", moment)
        .line("reason", reason)
        .line("entered-by", user);
  }
}
