package cn.ecogate.passage.entity;

import java.util.Arrays;
import java.util.List;

/** A column of a table of passages: what a person may choose to see, and to take away. */
public enum PassageColumn {
  TIME("通行时间"),
  PLATE("号牌"),
  COLOR("号牌颜色"),
  VERDICT("判定"),
  REASONS("原因"),
  LANE("车道"),
  DIRECTION("进出"),
  STAGE("排放阶段"),
  FUEL("燃料"),
  TYPE("车辆类型"),
  USE("使用性质"),
  VIN("车辆识别代号"),
  MODEL("品牌型号"),
  OWNER("车队或所有人"),
  CARGO("货物名称"),
  TONNES("运输量（吨）"),
  SOURCE("记录方式"),
  CORRECTED("更正次数"),
  ENTERED_BY("录入人"),
  NOTE("备注"),
  RECORDED("记录时间"),
  SERIAL("流水号"),
  LEDGER("台账条目");

  private final String label;

  PassageColumn(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Those of a comma-separated list, in the order of this list; unknown names are left out. */
  public static List<PassageColumn> named(String names) {
    List<String> wanted = List.of(names.split(","));
    return Arrays.stream(values()).filter(column -> wanted.contains(column.name())).toList();
  }
}
