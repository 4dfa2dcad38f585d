package cn.ecogate.site.entity;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A device as somebody has typed it.
 *
 * @param password empty = the one it has stays
 * @param version that of the amendment the form was drawn from, 0 if there was none
 */
public record DeviceDraft(
    String laneId,
    Device.Kind kind,
    String driver,
    String address,
    String user,
    String password,
    Map<String, String> settings,
    long version) {

  public DeviceDraft {
    driver = text(driver);
    address = text(address);
    user = text(user);
    password = password == null ? "" : password;
    settings =
        settings.entrySet().stream()
            .filter(setting -> !text(setting.getValue()).isEmpty())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, s -> text(s.getValue())));
  }

  public String deviceId() {
    return kind.deviceId(laneId);
  }

  private static String text(String typed) {
    return typed == null ? "" : typed.strip();
  }

  @Override
  public String toString() {
    return deviceId() + " (" + driver + " at " + address + ")";
  }
}
