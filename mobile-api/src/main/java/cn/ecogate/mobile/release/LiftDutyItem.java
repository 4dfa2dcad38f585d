package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Word;
import cn.ecogate.release.entity.LiftDuty;
import java.time.Instant;

/** A lift that has to be explained, and how far it is. */
public record LiftDutyItem(
    long id,
    String lane,
    Word kind,
    Instant happenedAt,
    String sentence,
    Word state,
    String assignedTo,
    Instant dueAt,
    Word cause,
    String words,
    String explainedBy,
    Instant explainedAt,
    String reviewedBy,
    Instant reviewedAt,
    String review) {

  static LiftDutyItem of(LiftDuty duty) {
    return new LiftDutyItem(
        duty.getRecordId(),
        duty.getLaneId(),
        Word.of(duty.getKind(), duty.getKind().label()),
        duty.getHappenedAt(),
        duty.getSentence(),
        Word.of(duty.getState(), duty.getState().label()),
        duty.getAssignedTo(),
        duty.getDueAt(),
        duty.getCause() == null ? null : Word.of(duty.getCause(), duty.getCause().label()),
        duty.getWords(),
        duty.getExplainedBy(),
        duty.getExplainedAt(),
        duty.getReviewedBy(),
        duty.getReviewedAt(),
        duty.getReview());
  }
}
