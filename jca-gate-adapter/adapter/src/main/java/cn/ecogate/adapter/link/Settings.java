package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads one device's settings; a refusal names the device, the setting and what is allowed. */
final class Settings {

  private final DeviceSpec spec;

  Settings(DeviceSpec spec) {
    this.spec = spec;
  }

  GateException refusal(String what) {
    return new GateException("设备 " + spec.id() + "：" + what);
  }

  void only(Set<String> known) throws GateException {
    for (String name : new TreeSet<>(spec.settings().keySet())) {
      if (!known.contains(name)) {
        throw refusal(
            "驱动 "
                + spec.driver()
                + " 没有设置 "
                + name
                + "，可用的有 "
                + String.join("、", new TreeSet<>(known)));
      }
    }
  }

  OptionalInt number(String name, int least, int most) throws GateException {
    String told = spec.settings().get(name);
    if (told == null || told.isBlank()) {
      return OptionalInt.empty();
    }
    try {
      int value = Integer.parseInt(told.trim());
      if (value >= least && value <= most) {
        return OptionalInt.of(value);
      }
    } catch (NumberFormatException e) {
      // Falls through to the same sentence: to the reader it is the same mistake.
    }
    throw refusal("设置 " + name + " 应为 " + least + " 到 " + most + " 的整数，现为“" + told + "”");
  }

  int number(String name, int least, int most, int otherwise) throws GateException {
    return number(name, least, most).orElse(otherwise);
  }

  int required(String name, int least, int most) throws GateException {
    OptionalInt value = number(name, least, most);
    if (value.isEmpty()) {
      throw refusal("缺少设置 " + name);
    }
    return value.getAsInt();
  }

  String word(String name, Set<String> allowed, String otherwise) throws GateException {
    String told = spec.settings().getOrDefault(name, otherwise);
    if (!allowed.contains(told)) {
      throw refusal(
          "设置 " + name + " 应为 " + String.join(" 或 ", new TreeSet<>(allowed)) + "，现为“" + told + "”");
    }
    return told;
  }

  ZoneId zone(String name, String otherwise) throws GateException {
    String told = spec.settings().getOrDefault(name, otherwise);
    try {
      return ZoneId.of(told);
    } catch (DateTimeException e) {
      throw refusal("设置 " + name + " 应为时区，如 Asia/Shanghai，现为“" + told + "”");
    }
  }
}
