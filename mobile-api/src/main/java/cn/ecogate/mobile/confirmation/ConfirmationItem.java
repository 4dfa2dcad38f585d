package cn.ecogate.mobile.confirmation;

import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.mobile.Word;
import java.time.Instant;
import java.time.LocalDate;

/** A confirmation: what a list says, what was found, who verified it. */
public record ConfirmationItem(
    long id,
    Word state,
    Word thing,
    String plate,
    Word plateColor,
    String vin,
    String machine,
    Word fuel,
    Word stage,
    String source,
    String reason,
    LocalDate issued,
    Word cause,
    Long listing,
    String passage,
    Instant openedAt,
    Word finding,
    String words,
    String evidence,
    Instant checkedAt,
    String checkedBy,
    String verdict,
    Instant verifiedAt,
    String verifiedBy,
    Long ledgerSeq) {

  static ConfirmationItem of(Confirmation work) {
    return new ConfirmationItem(
        work.getId(),
        Word.of(work.getState(), work.getState().label()),
        Word.of(work.getThing(), work.getThing().label()),
        work.getPlate(),
        Word.of(work.getPlateColor()),
        work.getVin(),
        work.getMachine(),
        Word.of(work.getFuel()),
        Word.of(work.getStage()),
        work.getSource(),
        work.getReason(),
        work.getIssued(),
        Word.of(work.getCause(), work.getCause().label()),
        work.getListingId(),
        work.getPassageSerial(),
        work.getOpenedAt(),
        work.getFinding() == null ? null : Word.of(work.getFinding(), work.getFinding().label()),
        work.getWords(),
        work.getEvidence(),
        work.getCheckedAt(),
        work.getCheckedBy(),
        work.getVerdict(),
        work.getVerifiedAt(),
        work.getVerifiedBy(),
        work.getAnswerSeq());
  }
}
