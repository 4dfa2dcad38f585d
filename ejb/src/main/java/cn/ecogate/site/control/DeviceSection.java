package cn.ecogate.site.control;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DeviceKind;
import cn.ecogate.adapter.api.catalogue.DriverCard;
import cn.ecogate.adapter.api.catalogue.Fault;
import cn.ecogate.adapter.api.catalogue.Login;
import cn.ecogate.site.entity.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the devices of a site file; each, and all together, have to be as the catalogue asks. */
final class DeviceSection {

  private final Map<String, Block> blocks = new LinkedHashMap<>();
  private final List<DeviceSpec> specs = new ArrayList<>();

  Device read(String id, Device.Kind kind, Block block) {
    DriverCard card = card(kind, block);
    List<String> known = new ArrayList<>(List.of("driver", "address"));
    if (card.login() == Login.ACCOUNT) {
      known.add("user");
    }
    if (card.login() != Login.NONE) {
      known.add("password");
    }
    known.addAll(card.settingNames());
    block.only(known);
    Map<String, String> settings = new LinkedHashMap<>();
    card.settingNames().stream()
        .filter(block::has)
        .forEach(name -> settings.put(name, block.text(name)));
    DeviceSpec spec =
        new DeviceSpec(
            id,
            card.name(),
            block.text("address"),
            block.textOr("user", ""),
            block.textOr("password", ""),
            settings);
    blocks.put(id, block);
    specs.add(spec);
    refuse(Catalogue.faults(spec));
    String address = Address.read(spec.address()).orElseThrow().text();
    return new Device(id, kind, spec.driver(), address, spec.user(), spec.password(), settings);
  }

  private static DriverCard card(Device.Kind kind, Block block) {
    List<DriverCard> cards = Catalogue.cards(DeviceKind.valueOf(kind.name()));
    String names = Catalogue.names(cards);
    return block.parsed(
        "driver",
        text ->
            cards.stream()
                .filter(card -> card.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text)),
        kind.label() + "的驱动，可用：" + names,
        "a driver for this kind of device: " + names);
  }

  /** Refuses the first device that asks for what another one has. */
  void checkTogether() {
    refuse(Catalogue.faults(specs));
  }

  private void refuse(List<Fault> faults) {
    faults.stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw blocks
                  .get(fault.deviceId())
                  .fault(fault.field(), fault.words().chinese(), fault.words().english());
            });
  }
}
