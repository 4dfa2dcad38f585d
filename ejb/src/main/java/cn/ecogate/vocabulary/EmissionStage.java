package cn.ecogate.vocabulary;

/** Emission stage (排放阶段) of a vehicle or its engine, worst first among the numbered. */
public enum EmissionStage implements Coded {
  CHINA_0("0", "国0"),
  CHINA_1("1", "国一"),
  CHINA_2("2", "国二"),
  CHINA_3("3", "国三"),
  CHINA_4("4", "国四"),
  CHINA_5("5", "国五"),
  CHINA_6("6", "国六"),
  ELECTRIC("D", "电动"),
  UNKNOWN("X", "无/未知");

  private final String code;
  private final String label;

  EmissionStage(String code, String label) {
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
  public static EmissionStage ofCode(String code) {
    return Coded.find(values(), code);
  }

  /** False for {@link #UNKNOWN}: then no rule can say whether the vehicle is clean enough. */
  public boolean known() {
    return this != UNKNOWN;
  }

  /**
   * True if this stage is that one or a worse one; electric is better than every numbered stage. An
   * unknown stage is not comparable, so the answer is false on either side.
   */
  public boolean atMost(EmissionStage limit) {
    return known() && limit.known() && compareTo(limit) <= 0;
  }
}
