package cn.ecogate.vocabulary;

import java.util.List;

/** Vehicle types as a strategy names them together (车型大类), by the beginnings of GA/T 16.4. */
public enum VehicleGroup {
  HEAVY_GOODS("重型货车", "H1", "Q1", "Z5"),
  MEDIUM_GOODS("中型货车", "H2", "Q2"),
  LIGHT_GOODS("轻型、微型货车", "H3", "H4", "Q3"),
  LOW_SPEED("低速货车、三轮汽车", "H5", "N1"),
  SPECIAL("专项作业车", "Z"),
  COACHES("客车", "K"),
  WHEELED_MACHINES("轮式机械", "J");

  private final String label;
  private final List<String> beginnings;

  VehicleGroup(String label, String... beginnings) {
    this.label = label;
    this.beginnings = List.of(beginnings);
  }

  public String label() {
    return label;
  }

  /** True if that GA/T 16.4 code belongs to the group. */
  public boolean has(String type) {
    for (String beginning : beginnings) {
      if (type.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** A code of the group, for what is tried on one vehicle of each. */
  public String example() {
    return beginnings.get(0) + (beginnings.get(0).length() == 1 ? "11" : "1");
  }
}
