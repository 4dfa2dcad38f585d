package cn.ecogate.vocabulary;

/** A word of the trade that has a code on the wire and a Chinese name for people. */
public interface Coded {

  String code();

  String label();

  /**
   * The constant with that code; throws {@link IllegalArgumentException} that names the codes there
   * are.
   */
  static <T extends Coded> T find(T[] values, String code) {
    for (T value : values) {
      if (value.code().equals(code)) {
        return value;
      }
    }
    StringBuilder known = new StringBuilder();
    for (T value : values) {
      known
          .append(known.length() == 0 ? "" : ", ")
          .append(value.code())
          .append(' ')
          .append(value.label());
    }
    throw new IllegalArgumentException("没有代码 " + code + "；可用：" + known);
  }
}
