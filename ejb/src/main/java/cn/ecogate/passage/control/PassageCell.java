package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageColumn;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands in one cell of a table of passages, in the words of people who open it elsewhere. */
public final class PassageCell {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private PassageCell() {}

  /** Empty text for what is not there. */
  public static String text(PassageColumn column, Passage passage, Optional<Load> load) {
    return switch (column) {
      case TIME -> time(passage.getSeenAt());
      case PLATE -> text(passage.getPlate());
      case COLOR -> label(passage.getPlateColor());
      case VERDICT -> passage.getOutcome().label();
      case REASONS -> reasons(passage);
      case LANE -> passage.getLaneId();
      case DIRECTION -> label(passage.getDirection());
      case STAGE -> label(passage.getStage());
      case FUEL -> label(passage.getFuel());
      case TYPE ->
          passage.getVehicleType() == null
              ? ""
              : passage.getVehicleType() + " " + VehicleType.label(passage.getVehicleType());
      case USE ->
          passage.getVehicleUse() == null
              ? ""
              : passage.getVehicleUse()
                  + VehicleUse.known(passage.getVehicleUse())
                      .map(use -> " " + use.label())
                      .orElse("");
      case VIN -> text(passage.getVin());
      case MODEL -> text(passage.getBrandModel());
      case OWNER -> text(passage.getOwner());
      case CARGO -> load.map(Load::getCargo).orElse("");
      case TONNES -> load.map(Load::getTonnes).map(t -> t.toPlainString()).orElse("");
      case SOURCE -> source(passage);
      case CORRECTED ->
          passage.getCorrections() == 0 ? "" : String.valueOf(passage.getCorrections());
      case ENTERED_BY -> text(passage.getEnteredBy());
      case NOTE -> text(passage.getNote());
      case RECORDED -> time(passage.getRecordedAt());
      case SERIAL -> passage.getSerialNo();
      case LEDGER -> String.valueOf(passage.getLedgerSeq());
    };
  }

  /** How it came to be recorded. */
  private static String source(Passage passage) {
    if (passage.isFromPaper()) {
      return "纸质补录";
    }
    String source = passage.getSource() == Passage.Source.CAMERA ? "自动识别" : "人工录入";
    return passage.isLate() ? source + "（事后）" : source;
  }

  private static String reasons(Passage passage) {
    return AnswerScript.read(passage.getAnswers()).stream()
        .map(RuleAnswer::reason)
        .flatMap(Optional::stream)
        .map(Reason::sentence)
        .collect(Collectors.joining("；"));
  }

  private static String label(Coded word) {
    return word == null ? "" : word.label();
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
