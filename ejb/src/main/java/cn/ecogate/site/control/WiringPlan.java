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
    Device first = links.putIfAbsent(device.address(), device);
    if (first != null && device.kind() == Device.Kind.CAMERA) {
      throw block.fault(
          "address",
          device.address() + " 已是 " + first.id() + " 的地址，每台摄像机应有自己的地址",
          first.id() + " is already at that address; every camera has its own");
    }
    if (first != null && !first.driver().equals(device.driver())) {
      throw block.fault(
          "address",
          device.address() + " 已由 " + first.id() + "（" + first.driver() + "）使用，不同驱动不能共用一条链路",
          first.id() + " already speaks " + first.driver() + " there; one link has one driver");
    }
    COILS.forEach(key -> take("coil", key, device, block));
    INPUTS.forEach(key -> take("input", key, device, block));
    take("board", "board", device, block);
  }

  private void take(String sort, String key, Device device, Block block) {
    String number = device.settings().get(key);
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
