package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.Passage;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;

/** A passage as a line of a list. */
public record PassageItem(
    long id,
    String serialNo,
    String href,
    String lane,
    String gateNo,
    String barrierNo,
    Word direction,
    Word source,
    Word sighting,
    String plate,
    Word plateColor,
    Integer confidence,
    Instant seenAt,
    Instant recordedAt,
    boolean late,
    Word outcome,
    List<String> reasons,
    VehicleItem vehicle,
    Photos photos,
    String enteredBy,
    String note,
    int corrections) {

  /** The vehicle's filed facts as they were at that moment. */
  public record VehicleItem(
      String type,
      String use,
      String vin,
      String brandModel,
      Word fuel,
      Word stage,
      String owner) {}

  /** Addresses of the photos, each with the caption burnt in. */
  public record Photos(String scene, String plate) {}

  public static PassageItem of(Passage passage, UriInfo uri) {
    String href = uri.getBaseUri().getPath() + "passages/" + passage.getId();
    return new PassageItem(
        passage.getId(),
        passage.getSerialNo(),
        href,
        passage.getLaneId(),
        passage.getGateNo(),
        passage.getBarrierNo(),
        Word.of(passage.getDirection()),
        source(passage.getSource()),
        sighting(passage),
        passage.getPlate(),
        Word.of(passage.getPlateColor()),
        passage.getConfidence() < 0 ? null : passage.getConfidence(),
        passage.getSeenAt(),
        passage.getRecordedAt(),
        passage.isLate(),
        Word.of(passage.getOutcome(), passage.getOutcome().label()),
        codes(passage.getReasonCodes()),
        vehicle(passage),
        photos(passage, href),
        passage.getEnteredBy(),
        passage.getNote(),
        passage.getCorrections());
  }

  private static Word source(Passage.Source source) {
    return Word.of(source, source == Passage.Source.CAMERA ? "自动识别" : "人工录入");
  }

  private static Word sighting(Passage passage) {
    switch (passage.getSighting()) {
      case READ:
        return Word.of(passage.getSighting(), "已识别");
      case UNREAD:
        return Word.of(passage.getSighting(), "未识别");
      case NO_PLATE:
      default:
        return Word.of(passage.getSighting(), "无牌");
    }
  }

  private static List<String> codes(String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  private static VehicleItem vehicle(Passage passage) {
    return !passage.isDescribed()
        ? null
        : new VehicleItem(
            passage.getVehicleType(),
            passage.getVehicleUse(),
            passage.getVin(),
            passage.getBrandModel(),
            Word.of(passage.getFuel()),
            Word.of(passage.getStage()),
            passage.getOwner());
  }

  private static Photos photos(Passage passage, String href) {
    return passage.getScenePhoto() == null && passage.getPlatePhoto() == null
        ? null
        : new Photos(
            passage.getScenePhoto() == null ? null : href + "/photos/scene",
            passage.getPlatePhoto() == null ? null : href + "/photos/plate");
  }
}
