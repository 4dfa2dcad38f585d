package cn.ecogate.vocabulary;

/** Alert level of heavy pollution (预警等级). */
public enum AlertLevel implements Coded {
  NONE("0", "无预警"),
  YELLOW("1", "黄色预警"),
  ORANGE("2", "橙色预警"),
  RED("3", "红色预警"),
  OTHER("4", "其他");

  private final String code;
  private final String label;

  AlertLevel(String code, String label) {
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
  public static AlertLevel ofCode(String code) {
    return Coded.find(values(), code);
  }
}
