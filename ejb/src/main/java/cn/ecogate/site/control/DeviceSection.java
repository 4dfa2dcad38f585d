package cn.ecogate.site.control;

import cn.ecogate.site.entity.Device;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one camera, barrier or display: its driver, its address and what the driver is told. */
final class DeviceSection {

  private static final int LAST_MODBUS_UNIT = 247;
  private static final String BOARD_TIMED = "board-timed";
  private static final List<String> OWN_KEYS = List.of("driver", "address", "user", "password");

  private DeviceSection() {}

  static Device read(String id, Device.Kind kind, Block block) {
    Driver driver =
        block.parsed(
            "driver",
            text -> Driver.of(kind, text),
            kind.label() + "的驱动，可用：" + Driver.names(kind),
            "a driver for this kind of device: " + Driver.names(kind));
    List<String> known = new ArrayList<>(OWN_KEYS);
    known.addAll(driver.settings);
    block.only(known);
    String address =
        block.parsed(
            "address",
            text -> DeviceAddress.of(text, driver.schemes),
            "如下形式：" + DeviceAddress.forms(driver.schemes),
            "of the form " + DeviceAddress.forms(driver.schemes));
    String user = block.textOr("user", "");
    String password = block.textOr("password", "");
    if (user.isEmpty() != password.isEmpty()) {
      String lacking = user.isEmpty() ? "user" : "password";
      throw block.fault(
          lacking,
          "user 和 password 要么都写，要么都不写",
          "user and password are either both given or both left out");
    }
    return new Device(id, kind, driver.text, address, user, password, settings(driver, block));
  }

  private static Map<String, String> settings(Driver driver, Block block) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String key : driver.settings) {
      if (block.has(key)) {
        check(key, block);
        settings.put(key, block.text(key));
      }
    }
    if (driver == Driver.MODBUS_RELAY) {
      if (!settings.containsKey("open-coil")) {
        throw block.missing("open-coil");
      }
      checkPulse(block);
    }
    return settings;
  }

  private static void check(String key, Block block) {
    switch (key) {
      case "timing":
        block.parsed(
            key,
            text -> Shape.oneOf(List.of(BOARD_TIMED, "on-wait-off"), text),
            " board-timed（板上定时）或 on-wait-off（先吸合再断开）",
            "board-timed or on-wait-off");
        break;
      case "zone":
        block.parsed(key, ZoneId::of, "时区名，如 Asia/Shanghai", "a time zone such as Asia/Shanghai");
        break;
      case "pulse-ms":
        number(key, 100, 5_000, block);
        break;
      case "unit":
        number(key, 1, LAST_MODBUS_UNIT, block);
        break;
      case "channel":
        number(key, 1, 64, block);
        break;
      case "lines":
        number(key, 1, 8, block);
        break;
      default:
        number(key, 0, 255, block);
    }
  }

  /** A board counts its pulse in tenths of a second. */
  private static void checkPulse(Block block) {
    boolean boardTimed = block.textOr("timing", BOARD_TIMED).equals(BOARD_TIMED);
    if (boardTimed && Integer.parseInt(block.textOr("pulse-ms", "700")) % 100 != 0) {
      throw block.fault(
          "pulse-ms",
          "板上定时以 0.1 秒计，应为 100 的倍数",
          "a board times in tenths of a second: give a multiple of 100");
    }
  }

  private static void number(String key, int least, int most, Block block) {
    block.parsed(
        key,
        text -> Shape.between(least, most, text),
        " " + least + " 到 " + most + " 的整数",
        "a whole number from " + least + " to " + most);
  }
}
