package cn.ecogate.vocabulary;

/** Fuel (燃料种类), GA/T 16.9 letters. */
public enum FuelType implements Coded {
  PETROL("A", "汽油"),
  DIESEL("B", "柴油"),
  ELECTRIC("C", "电"),
  MIXED_OIL("D", "混合油"),
  NATURAL_GAS("E", "天然气"),
  LPG("F", "液化石油气"),
  METHANOL("L", "甲醇"),
  ETHANOL("M", "乙醇"),
  SOLAR("N", "太阳能"),
  HYBRID("O", "混合动力"),
  HYDROGEN("P", "氢"),
  BIOFUEL("Q", "生物燃料"),
  NONE("Y", "无"),
  OTHER("Z", "其他");

  private final String code;
  private final String label;

  FuelType(String code, String label) {
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
  public static FuelType ofCode(String code) {
    return Coded.find(values(), code);
  }
}
