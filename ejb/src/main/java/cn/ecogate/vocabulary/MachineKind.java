package cn.ecogate.vocabulary;

/** Kind of a non-road machine (机械类型); platforms differ, so their profiles map it. */
public enum MachineKind implements Coded {
  LOADER("1", "装载机"),
  EXCAVATOR("2", "挖掘机"),
  BULLDOZER("3", "推土机"),
  FORKLIFT("4", "叉车"),
  OFF_ROAD_TRUCK("5", "非公路用卡车"),
  OTHER("6", "其他");

  private final String code;
  private final String label;

  MachineKind(String code, String label) {
    this.code = code;
    this.label = label;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String label() {
    return label;
  }
}
