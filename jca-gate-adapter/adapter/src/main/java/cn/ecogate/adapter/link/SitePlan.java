package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DriverCard;
import cn.ecogate.adapter.api.catalogue.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The devices asked for, checked by the catalogue as a whole and sorted by the link they share. */
final class SitePlan {

  /**
   * A link that only has to be there.
   *
   * @param line which sort of link, see {@link Links}
   */
  record Branch(String line, Address address, List<DeviceSpec> devices) {}

  private final Map<String, Branch> branches = new LinkedHashMap<>();

  private SitePlan() {}

  static SitePlan of(Collection<DeviceSpec> specs) throws GateException {
    List<Fault> faults = Catalogue.faults(specs);
    if (!faults.isEmpty()) {
      throw new GateException(faults.get(0).sentence());
    }
    SitePlan plan = new SitePlan();
    specs.forEach(plan::add);
    return plan;
  }

  Map<String, Branch> branches() {
    return branches;
  }

  private void add(DeviceSpec spec) {
    DriverCard card = Catalogue.card(spec.driver()).orElseThrow();
    Address address = Address.read(spec.address()).orElseThrow();
    branches
        .computeIfAbsent(
            address.line(), line -> new Branch(card.line(), address, new ArrayList<>()))
        .devices()
        .add(spec);
  }
}
