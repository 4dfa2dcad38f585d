package cn.ecogate.site.control;

import cn.ecogate.site.entity.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps track of what is already used, so that no wire is given to two devices. */
final class WiringPlan {

  private static final List<String> COILS = List.of("open-coil", "close-coil");
  private static final List<String> INPUTS = List.of("loop-input", "up-input", "down-input");

  private final Map<String, Device> links = new HashMap<>();
  private final Map<String, String> wires = new HashMap<>();

  /** Refuses the device if it asks for what another one has. */
  void add(Device device, Block block) {
    Device first = links.putIfAbsent(device.address().replaceFirst("\\?.*", ""), device);
    if (first != null && !first.address().equals(device.address())) {
      throw block.fault(
          "address",
          "波特率与 " + first.id() + " 的不同，同一串口只能有一个",
          first.id() + " has another baud rate; a serial port has one");
    }
    if (device.kind() == Device.Kind.CAMERA) {
      addCamera(device, first, block);
    }
    COILS.forEach(key -> take("coil", key, device.settings().get(key), device, block));
    INPUTS.forEach(key -> take("input", key, device.settings().get(key), device, block));
    if (device.kind() == Device.Kind.DISPLAY) {
      take("board", "board", device.settings().getOrDefault("board", "0"), device, block);
    }
  }

  /** Several cameras behind one address, e.g. a recorder, are told apart by their channel. */
  private void addCamera(Device camera, Device first, Block block) {
    if (first != null
        && !(first.user().equals(camera.user()) && first.password().equals(camera.password()))) {
      throw block.fault(
          "user",
          "与 " + first.id() + " 同一地址，用户名和密码也应相同",
          first.id() + " is at the same address: give the same user and password");
    }
    String channel = camera.settings().getOrDefault("channel", "1");
    Device same =
        links.putIfAbsent(camera.address() + " channel " + Integer.parseInt(channel), camera);
    if (same != null) {
      throw block.fault(
          "address",
          camera.address() + " 的通道 " + channel + " 已是 " + same.id() + "，每台摄像机应有自己的地址或通道",
          same.id() + " is already at that address and channel; every camera has its own");
    }
  }

  private void take(String sort, String key, String number, Device device, Block block) {
    if (number == null) {
      return;
    }
    String unit = device.settings().getOrDefault("unit", "1");
    String wire =
        String.join(" ", device.address(), unit, sort, String.valueOf(Integer.parseInt(number)));
    String owner = wires.putIfAbsent(wire, device.id() + " " + key);
    if (owner != null) {
      throw block.fault(
          key,
          number + " 已用于 " + owner + "，请核对接线，换一个编号",
          number + " is already " + owner + "; check the wiring and give another number");
    }
  }
}
