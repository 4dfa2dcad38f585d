package cn.ecogate.vocabulary;

/** Direction of a passage seen from the plant. */
public enum Direction implements Coded {
  IN("1", "进"),
  OUT("2", "出");

  private final String code;
  private final String label;

  Direction(String code, String label) {
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
  public static Direction ofCode(String code) {
    return Coded.find(values(), code);
  }
}
