package cn.ecogate.site.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The plant as its site file describes it: who it is, its gates, the platforms it reports to.
 *
 * @param demo true for a plant that is only shown, whose accounts have known passwords
 * @param capacity so many vehicles may be inside at once
 * @param demoData {@link DemoData#NONE} unless {@code demo}
 */
public record Site(
    boolean demo,
    Enterprise enterprise,
    List<Gate> gates,
    List<PlatformEntry> platforms,
    LoadRule loadRule,
    ReviewRule reviewRule,
    OptionalInt capacity,
    DemoData demoData) {

  public Site {
    gates = List.copyOf(gates);
    platforms = List.copyOf(platforms);
  }

  /** A real plant. */
  public Site(Enterprise enterprise, List<Gate> gates, List<PlatformEntry> platforms) {
    this(
        false,
        enterprise,
        gates,
        platforms,
        LoadRule.USUAL,
        ReviewRule.NONE,
        OptionalInt.empty(),
        DemoData.NONE);
  }

  /** A plant whose filings need no review. */
  public Site(
      boolean demo,
      Enterprise enterprise,
      List<Gate> gates,
      List<PlatformEntry> platforms,
      LoadRule loadRule,
      DemoData demoData) {
    this(
        demo,
        enterprise,
        gates,
        platforms,
        loadRule,
        ReviewRule.NONE,
        OptionalInt.empty(),
        demoData);
  }

  /** The same plant with these gates. */
  public Site with(List<Gate> others) {
    return new Site(demo, enterprise, others, platforms, loadRule, reviewRule, capacity, demoData);
  }

  public List<DemoAccount> demoAccounts() {
    return demoData.accounts();
  }

  public List<Lane> lanes() {
    return gates.stream().flatMap(gate -> gate.lanes().stream()).toList();
  }

  public Optional<Lane> lane(String id) {
    return lanes().stream().filter(lane -> lane.id().equals(id)).findFirst();
  }
}
