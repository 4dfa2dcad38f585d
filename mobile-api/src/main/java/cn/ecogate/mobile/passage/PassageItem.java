package cn.ecogate.mobile.passage;

import cn.ecogate.mobile.Word;
import cn.ecogate.passage.entity.Passage;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passage as a line of a list. */
@Schema(description = "一次通行")
public record PassageItem(
    @Schema(example = "1024") long id,
    @Schema(description = "上报平台的流水号") String serialNo,
    @Schema(example = "/api/v1/passages/1024") String href,
    @Schema(example = "A-01") String lane,
    @Schema(example = "A") String gateNo,
    @Schema(example = "01") String barrierNo,
    Word direction,
    @Schema(description = "CAMERA 自动识别，GUARD 人工录入") Word source,
    @Schema(description = "READ 已识别，UNREAD 未识别，NO_PLATE 无牌") Word sighting,
    @Schema(example = "云A12345", description = "未识别或无牌时省略") String plate,
    Word plateColor,
    @Schema(description = "识别置信度 0-100，人工录入时省略") Integer confidence,
    @Schema(description = "车辆到达的时刻（UTC）") Instant seenAt,
    @Schema(description = "记入台账的时刻（UTC）") Instant recordedAt,
    @Schema(description = "事后补传或补录：只记录，不抬杆") boolean late,
    Word outcome,
    @Schema(example = "STAGE_BELOW_STRATEGY", description = "未放行的原因代码") List<String> reasons,
    VehicleItem vehicle,
    Photos photos,
    @Schema(description = "录入人，自动识别时省略") String enteredBy,
    String note) {

  /** The vehicle's filed facts as they were at that moment. */
  @Schema(description = "通行时的车辆信息，未备案时省略")
  public record VehicleItem(
      @Schema(example = "H11") String type,
      @Schema(example = "F") String use,
      String vin,
      String brandModel,
      Word fuel,
      Word stage,
      String owner) {}

  /** Addresses of the photos, each with the caption burnt in. */
  @Schema(description = "照片地址（叠加号牌、时间、出入口与道闸编号；加 ?original=true 得原图），没有则省略")
  public record Photos(
      @Schema(example = "/api/v1/passages/1024/photos/scene") String scene,
      @Schema(example = "/api/v1/passages/1024/photos/plate") String plate) {}

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
        passage.getNote());
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
    return passage.getVehicleId() == null
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
