package cn.ecogate.vocabulary;

/**
 * Level of the emergency response (响应等级). It usually follows the alert's colour but is ordered
 * apart from it, and kept apart.
 */
public enum ResponseLevel implements Coded {
  NONE("0", "无响应"),
  FIRST("1", "Ⅰ级响应"),
  SECOND("2", "Ⅱ级响应"),
  THIRD("3", "Ⅲ级响应"),
  OTHER("4", "其他响应");

  private final String code;
  private final String label;

  ResponseLevel(String code, String label) {
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
  public static ResponseLevel ofCode(String code) {
    return Coded.find(values(), code);
  }

  /** The level that goes with an alert where nobody orders another: red Ⅰ, orange Ⅱ, yellow Ⅲ. */
  public static ResponseLevel usual(AlertLevel alert) {
    switch (alert) {
      case RED:
        return FIRST;
      case ORANGE:
        return SECOND;
      case YELLOW:
        return THIRD;
      case OTHER:
        return OTHER;
      default:
        return NONE;
    }
  }
}
