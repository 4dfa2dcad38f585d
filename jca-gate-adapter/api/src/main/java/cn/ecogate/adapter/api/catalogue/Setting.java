package cn.ecogate.adapter.api.catalogue;

/**
 * One thing a driver can be told.
 *
 * @param name as it stands in the site file
 * @param otherwise what holds if nothing is said; empty = then it is not there
 */
public record Setting(
    String name, SettingType type, String otherwise, boolean required, Label label) {

  /** It has to be said. */
  public static Setting required(String name, SettingType type, String chinese, String english) {
    return new Setting(name, type, "", true, new Label(chinese, english));
  }

  /** If nothing is said, that holds. */
  public static Setting preset(
      String name, SettingType type, String otherwise, String chinese, String english) {
    return new Setting(name, type, otherwise, false, new Label(chinese, english));
  }

  /** It may be missing, which means that the device has no such thing. */
  public static Setting optional(String name, SettingType type, String chinese, String english) {
    return new Setting(name, type, "", false, new Label(chinese, english));
  }
}
