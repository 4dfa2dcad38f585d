package cn.ecogate.mobile.release;

import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.release.entity.LiftDuty;
import java.time.Instant;

/**
 * A lift that has to be explained, and how far it is.
 *
 * @param photo whether the lane's camera took a picture of it
 * @param photoAnswer what the camera answered; null if it was not asked
 */
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
    String review,
    boolean photo,
    String photoAnswer) {

  static LiftDutyItem of(LiftDuty duty, BarrierRecord record) {
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
        duty.getReview(),
        record.getPhoto() != null,
        record.getPhotoAnswer());
  }
}
