package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.vocabulary.Coded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A passage as the ledger keeps it. The uplink reads it back from there: names are never changed.
 */
public final class PassageText {

  private PassageText() {}

  /** A passage about which nothing is to be noted. */
  public static CanonicalText of(String enterprise, Passage passage, List<Reason> reasons) {
    return of(enterprise, passage, reasons, List.of());
  }

  /**
   * @param reasons why it was not admitted
   * @param notes what a person has to hear of although it was; not told as a violation
   */
  public static CanonicalText of(
      String enterprise, Passage passage, List<Reason> reasons, List<Reason> notes) {
    return items(
        CanonicalText.of("ecogate passage 1").line("serial", passage.getSerialNo()),
        enterprise,
        passage,
        reasons,
        notes);
  }

  /** Everything a passage's record says beside its number. */
  static CanonicalText items(
      CanonicalText text,
      String enterprise,
      Passage passage,
      List<Reason> reasons,
      List<Reason> notes) {
    text.line("enterprise", enterprise)
        .line("gate", passage.getGateNo())
        .line("barrier", passage.getBarrierNo())
        .line("lane", passage.getLaneId())
        .line("camera", passage.getCameraId())
        .line("direction", code(passage.getDirection()))
        .line("source", passage.getSource())
        .line("event-key", passage.getEventKey())
        .line("sighting", passage.getSighting())
        .line("plate", passage.getPlate())
        .line("color", code(passage.getPlateColor()))
        .line("confidence", passage.getConfidence())
        .line("seen-at", passage.getSeenAt())
        .line("device-at", passage.getDeviceAt())
        .line("received-at", passage.getReceivedAt())
        .line("late", passage.isLate())
        .line("outcome", passage.getOutcome());
    for (Reason reason : reasons) {
      text.line("reason", reason.code() + " " + reason.sentence());
    }
    for (Reason note : notes) {
      text.line("notice", note.code() + " " + note.sentence());
    }
    return text.line("answers-digest", sha256(passage.getAnswers()))
        .line("vehicle-type", passage.getVehicleType())
        .line("use", passage.getVehicleUse())
        .line("vin", passage.getVin())
        .line("brand-model", passage.getBrandModel())
        .line("fuel", code(passage.getFuel()))
        .line("stage", code(passage.getStage()))
        .line("owner", passage.getOwner())
        .line("scene-photo", passage.getScenePhoto())
        .line("plate-photo", passage.getPlatePhoto())
        .line("raw-digest", passage.getRawDigest())
        .line("entered-by", passage.getEnteredBy())
        .line("note", passage.getNote())
        .line("settles", passage.getSettles());
  }

  private static String code(Coded word) {
    return word == null ? null : word.code();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
