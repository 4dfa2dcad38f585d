package cn.ecogate.vocabulary;

/** A plate's characters (号牌号码), upper case, without colour, dot or blank. */
public record PlateNumber(String text) {

  public PlateNumber {
    if (text.isBlank() || text.length() > 10) {
      throw new IllegalArgumentException("号牌应为 1 到 10 个字符：" + text);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
