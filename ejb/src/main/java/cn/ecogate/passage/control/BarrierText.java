package cn.ecogate.passage.control;

import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.passage.entity.BarrierRecord;
import java.time.Instant;

/** A barrier's record as the ledger keeps it; names are only ever added. */
public final class BarrierText {

  private BarrierText() {}

  public static CanonicalText of(String enterprise, BarrierRecord record) {
    return CanonicalText.of("ecogate barrier 1")
        .line("enterprise", enterprise)
        .line("lane", record.getLaneId())
        .line("kind", record.getKind())
        .line("at", record.getAt())
        .line("position", record.getPosition())
        .line("sentence", record.getSentence())
        .line("passage", record.getPassageSerial())
        .line("by", record.getBy())
        .line("reason", record.getReason());
  }

  /** A person says afterwards why it happened; names the entry that it explains. */
  public static CanonicalText explained(BarrierRecord record, String who, String why, Instant at) {
    return CanonicalText.of("ecogate barrier-explanation 1")
        .line("explains-entry", record.getLedgerSeq())
        .line("lane", record.getLaneId())
        .line("kind", record.getKind())
        .line("happened-at", record.getAt())
        .line("explanation", why)
        .line("by", who)
        .line("at", at);
  }

  /** The lane's camera was asked what it sees because of the lift. */
  public static CanonicalText photographed(BarrierRecord record, Instant at) {
    return CanonicalText.of("ecogate lift-photo 1")
        .line("shows-entry", record.getLedgerSeq())
        .line("lane", record.getLaneId())
        .line("photo", record.getPhoto())
        .line("answer", record.getPhotoAnswer())
        .line("at", at);
  }

  /** Another person found that an explanation will not do: the entry waits for one again. */
  public static CanonicalText reopened(BarrierRecord record, String who, String why, Instant at) {
    return CanonicalText.of("ecogate barrier-reopening 1")
        .line("reopens-entry", record.getLedgerSeq())
        .line("lane", record.getLaneId())
        .line("kind", record.getKind())
        .line("why", why)
        .line("by", who)
        .line("at", at);
  }

  /** The barrier did not take the lock that was recorded before: it is not in force. */
  public static CanonicalText refused(BarrierRecord record, Acknowledgement answer) {
    return CanonicalText.of("ecogate barrier-refusal 1")
        .line("refuses-entry", record.getLedgerSeq())
        .line("lane", record.getLaneId())
        .line("kind", record.getKind())
        .line("answer", answer.words())
        .line("at", answer.at());
  }

  /** The ledger's word for the kind of record. */
  public static String entryKind(BarrierRecord.Kind kind) {
    return switch (kind) {
      case UNEXPLAINED_LIFT -> "lift";
      case OPENED_NOT_PASSED -> "not-passed";
      case PASSING_UNKNOWN -> "passing-unknown";
      default -> "barrier-act";
    };
  }
}
