package cn.ecogate.passage.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;

/** What a person may write on the board of a closed lane, and what the ledger keeps of it. */
public final class ClosureText {

  /** A display has room for so many. */
  private static final int LONGEST = 40;

  private ClosureText() {}

  /** A reason as it may stand on the display; {@link Rejected} if there is none or it is long. */
  public static String reason(String typed) {
    String reason = BarrierRules.reason(typed);
    if (reason.length() > LONGEST) {
      throw new Rejected(
          "closure-reason-long",
          "closing",
          "关闭原因要显示给司机看，最多 " + LONGEST + " 个字，现为 " + reason.length() + " 个。");
    }
    return reason;
  }

  public static CanonicalText closed(ClosedLane lane) {
    return begin("lane-closed", lane.getBy(), lane.getSince())
        .line("lane", lane.getLaneId())
        .line("reason", lane.getReason());
  }

  public static CanonicalText opened(ClosedLane lane, String who, Instant at) {
    return begin("lane-opened", who, at)
        .line("lane", lane.getLaneId())
        .line("closed-since", lane.getSince())
        .line("closed-by", lane.getBy())
        .line("reason", lane.getReason());
  }

  private static CanonicalText begin(String act, String who, Instant at) {
    return CanonicalText.of("ecogate audit 1").line("act", act).line("user", who).line("at", at);
  }
}
