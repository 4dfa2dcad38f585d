package cn.ecogate.uplink.entity;

import java.util.Optional;

/** What kinds of records go up to a platform. */
public enum RecordKind {
  PASSAGE("passage", "通行记录"),
  RELEASE("release", "放行记录"),
  LOAD("load", "货物与运输量"),
  CORRECTION("correction", "通行记录更正"),
  VEHICLE("vehicle", "车辆备案"),
  PLANT_VEHICLE("plant-vehicle", "厂内车辆"),
  MACHINE("machine", "非道路移动机械"),
  ENTERPRISE("enterprise", "企业信息"),
  BARRIER("barrier", "道闸信息"),
  CAMERA("camera", "摄像机信息"),
  CONFIRMATION("confirmation", "超标信息确认"),
  STRATEGY_RECEIPT("strategy-receipt", "策略确认");

  private final String word;
  private final String label;

  RecordKind(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** The kind of that word, as it stands in a profile. */
  public static Optional<RecordKind> of(String word) {
    for (RecordKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** As it stands in profiles and keys. */
  public String word() {
    return word;
  }

  public String label() {
    return label;
  }
}
