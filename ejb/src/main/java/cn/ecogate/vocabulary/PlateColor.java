package cn.ecogate.vocabulary;

/** Plate colour (号牌颜色). */
public enum PlateColor implements Coded {
  BLUE("0", "蓝"),
  YELLOW("1", "黄"),
  WHITE("2", "白"),
  BLACK("3", "黑"),
  GREEN("4", "绿"),
  OTHER("5", "其他"),
  YELLOW_GREEN("6", "黄绿");

  private final String code;
  private final String label;

  PlateColor(String code, String label) {
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

  /** The constant of that wire code; throws {@link IllegalArgumentException} if there is none. */
  public static PlateColor ofCode(String code) {
    return Coded.find(values(), code);
  }
}
