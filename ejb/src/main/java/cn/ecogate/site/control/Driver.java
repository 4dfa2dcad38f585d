package cn.ecogate.site.control;

import cn.ecogate.site.entity.Device;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A driver a site file may name: what it is for, how it is reached, what it can be told. */
enum Driver {
  HIKVISION_STREAM("hikvision-stream", Device.Kind.CAMERA, List.of("http"), "channel", "zone"),
  MODBUS_RELAY(
      "modbus-relay",
      Device.Kind.BARRIER,
      List.of("tcp", "serial"),
      "unit",
      "timing",
      "pulse-ms",
      "open-coil",
      "close-coil",
      "loop-input",
      "up-input",
      "down-input"),
  PARKING_BOARD("parking-board", Device.Kind.DISPLAY, List.of("tcp", "serial"), "board", "lines");

  final String text;
  final Device.Kind kind;
  final List<String> schemes;
  final List<String> settings;

  Driver(String text, Device.Kind kind, List<String> schemes, String... settings) {
    this.text = text;
    this.kind = kind;
    this.schemes = schemes;
    this.settings = List.of(settings);
  }

  /** The driver of that name for that kind of device. */
  static Driver of(Device.Kind kind, String text) {
    return Arrays.stream(values())
        .filter(driver -> driver.kind == kind && driver.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** The names there are for that kind of device. */
  static String names(Device.Kind kind) {
    return Arrays.stream(values())
        .filter(driver -> driver.kind == kind)
        .map(driver -> driver.text)
        .collect(Collectors.joining(", "));
  }
}
