package cn.ecogate.release.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.release.entity.LiftDuty;

/** Who had to explain a lift and what came of it, as the ledger keeps it. */
public final class DutyText {

  private DutyText() {}

  public static CanonicalText assigned(LiftDuty duty) {
    return about("assigned", duty)
        .line("to", duty.getAssignedTo())
        .line("due-at", duty.getDueAt())
        .line("by", duty.getAssignedBy())
        .line("at", duty.getAssignedAt());
  }

  /** Beside the explanation's own entry: the cause and the photo. */
  public static CanonicalText explained(LiftDuty duty) {
    return about("explained", duty)
        .line("cause", duty.getCause())
        .line("words", duty.getWords())
        .line("photo", duty.getPhoto())
        .line("by", duty.getExplainedBy())
        .line("at", duty.getExplainedAt());
  }

  public static CanonicalText reviewed(LiftDuty duty) {
    return about(duty.isOpen() ? "sent-back" : "accepted", duty)
        .line("review", duty.getReview())
        .line("by", duty.getReviewedBy())
        .line("at", duty.getReviewedAt());
  }

  private static CanonicalText about(String act, LiftDuty duty) {
    return CanonicalText.of("ecogate lift-duty 1")
        .line("act", act)
        .line("barrier-entry", duty.getRecordId() - 1)
        .line("lane", duty.getLaneId());
  }
}
