package cn.ecogate.site.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.site.entity.Device;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** A change of a device as the ledger keeps it: who, when, before, after; never a password. */
public final class DeviceText {

  private DeviceText() {}

  public static CanonicalText of(
      String act,
      String deviceId,
      String who,
      Instant at,
      Optional<Device> before,
      Optional<Device> after) {
    CanonicalText text =
        CanonicalText.of("ecogate audit 1")
            .line("act", act)
            .line("user", who)
            .line("at", at)
            .line("device", deviceId);
    before.ifPresent(device -> items("before-", device, text));
    after.ifPresent(device -> items("after-", device, text));
    return text.line("password", password(before, after));
  }

  /** Everything a file or form says about the device, with its password: to be marked, not kept. */
  public static String whole(Device device) {
    CanonicalText text = CanonicalText.of("ecogate device 1");
    items("", device, text);
    return text.line("password", device.password()).toString();
  }

  private static void items(String before, Device device, CanonicalText text) {
    text.line(before + "driver", device.driver())
        .line(before + "address", device.address())
        .line(before + "user", device.user().isEmpty() ? null : device.user());
    new TreeMap<>(device.settings())
        .forEach((name, value) -> text.line(before + "set-" + name, value));
  }

  private static String password(Optional<Device> before, Optional<Device> after) {
    String was = before.map(Device::password).orElse("");
    String is = after.map(Device::password).orElse("");
    if (was.equals(is)) {
      return null;
    }
    return is.isEmpty() ? "removed" : was.isEmpty() ? "set" : "changed";
  }
}
