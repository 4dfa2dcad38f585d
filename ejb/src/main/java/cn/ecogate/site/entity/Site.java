package cn.ecogate.site.entity;

import java.util.List;
import java.util.Optional;

/** The plant as its site file describes it: who it is, its gates, the platforms it reports to. */
public record Site(
    Enterprise enterprise,
    List<Gate> gates,
    List<PlatformEntry> platforms,
    List<DemoAccount> demoAccounts) {

  public Site {
    gates = List.copyOf(gates);
    platforms = List.copyOf(platforms);
    demoAccounts = List.copyOf(demoAccounts);
  }

  public List<Lane> lanes() {
    return gates.stream().flatMap(gate -> gate.lanes().stream()).toList();
  }

  public Optional<Lane> lane(String id) {
    return lanes().stream().filter(lane -> lane.id().equals(id)).findFirst();
  }
}
