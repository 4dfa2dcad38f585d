package cn.ecogate.confirmation.control;

import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.vocabulary.Coded;
import java.time.Instant;

/** A confirmation as the ledger keeps it; names are only ever added. */
public final class ConfirmationText {

  private ConfirmationText() {}

  public static CanonicalText opened(Confirmation work) {
    CanonicalText text =
        audit("confirmation-opened", work.getOpenedBy(), work.getOpenedAt())
            .line("cause", work.getCause());
    return about(text, work);
  }

  public static CanonicalText checked(Confirmation work) {
    return audit("confirmation-checked", work.getCheckedBy(), work.getCheckedAt())
        .line("confirmation", work.getId())
        .line("finding", work.getFinding())
        .line("words", work.getWords())
        .line("evidence", work.getEvidence());
  }

  public static CanonicalText givenBack(Confirmation work) {
    return audit("confirmation-returned", work.getVerifiedBy(), work.getVerifiedAt())
        .line("confirmation", work.getId())
        .line("finding", work.getFinding())
        .line("why", work.getVerdict());
  }

  /** The answer, which the platform is told. */
  public static CanonicalText answer(String enterprise, Confirmation work) {
    CanonicalText text =
        CanonicalText.of("ecogate confirmation 1")
            .line("confirmation", work.getId())
            .line("enterprise", enterprise);
    return about(text, work)
        .line("finding", work.getFinding())
        .line("words", work.getWords())
        .line("evidence", work.getEvidence())
        .line("checked-at", work.getCheckedAt())
        .line("checked-by", work.getCheckedBy())
        .line("verdict", work.getVerdict())
        .line("verified-at", work.getVerifiedAt())
        .line("verified-by", work.getVerifiedBy());
  }

  private static CanonicalText about(CanonicalText text, Confirmation work) {
    return text.line("listing", work.getListingId())
        .line("platform", work.getPlatform())
        .line("source", work.getSource())
        .line("thing", work.getThing())
        .line("plate", work.getPlate())
        .line("color", code(work.getPlateColor()))
        .line("vin", work.getVin())
        .line("machine", work.getMachine())
        .line("fuel", code(work.getFuel()))
        .line("stage", code(work.getStage()))
        .line("reason", work.getReason())
        .line("issued", work.getIssued())
        .line("passage", work.getPassageSerial());
  }

  private static CanonicalText audit(String act, String who, Instant at) {
    return CanonicalText.of("ecogate audit 1").line("act", act).line("user", who).line("at", at);
  }

  private static String code(Coded word) {
    return word == null ? null : word.code();
  }
}
