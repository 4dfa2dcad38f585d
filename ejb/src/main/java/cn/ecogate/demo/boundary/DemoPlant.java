package cn.ecogate.demo.boundary;

import cn.ecogate.account.boundary.Accounts;
import cn.ecogate.account.entity.Role;
import cn.ecogate.demo.control.DemoFilings;
import cn.ecogate.registry.boundary.FilingDesk;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.DemoAccount;
import cn.ecogate.site.entity.DemoData;
import cn.ecogate.strategy.boundary.ListDesk;
import cn.ecogate.strategy.boundary.StrategyDesk;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;

/** Fills an empty demo plant at its first start, in one transaction: all of it or nothing. */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
public class DemoPlant {

  static final String WHO = "demo-site-file";

  private static final Logger LOG = System.getLogger(DemoPlant.class.getName());

  @Inject SiteBook siteBook;
  @Inject Accounts accounts;
  @Inject FilingDesk filing;
  @Inject StrategyDesk strategies;
  @Inject ListDesk list;
  @Inject Clock clock;

  /** For the container. */
  public DemoPlant() {}

  /** For tests: what the container would inject. */
  public DemoPlant(
      SiteBook siteBook,
      Accounts accounts,
      FilingDesk filing,
      StrategyDesk strategies,
      ListDesk list,
      Clock clock) {
    this.siteBook = siteBook;
    this.accounts = accounts;
    this.filing = filing;
    this.strategies = strategies;
    this.list = list;
    this.clock = clock;
  }

  /** What a visitor has changed since the first start stays as it is. */
  @PostConstruct
  public void fill() {
    if (!siteBook.site().demo()) {
      return;
    }
    DemoData data = siteBook.site().demoData();
    data.accounts().forEach(this::open);
    if (filing.empty()) {
      data.vehicles()
          .forEach(
              demo ->
                  entered(
                      "vehicles " + demo.plate(),
                      () -> filing.file(DemoFilings.vehicle(demo), WHO)));
    }
    if (strategies.empty() && list.empty()) {
      data.strategies()
          .forEach(
              demo ->
                  entered(
                      "strategies " + demo.name(),
                      () -> strategies.add(DemoFilings.strategy(demo, clock.instant()), WHO)));
      data.exceeding()
          .forEach(
              demo ->
                  entered(
                      "exceeding " + demo.plate(),
                      () ->
                          list.list(
                              PlateNumber.of(demo.plate()),
                              demo.color(),
                              DemoFilings.listing(demo),
                              WHO)));
    }
    LOG.log(
        Level.WARNING,
        "This is a demo plant: the passwords of its accounts stand in its site file. Do not put a"
            + " real gate behind it.");
  }

  private void open(DemoAccount demo) {
    if (accounts.person(demo.user()).isEmpty()) {
      entered(
          "accounts " + demo.user(),
          () -> accounts.open(demo.user(), demo.name(), Set.of(role(demo)), demo.password()));
    }
  }

  private static Role role(DemoAccount demo) {
    return Arrays.stream(Role.values())
        .filter(role -> role.roleName().equals(demo.role()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the site file let pass " + demo.role()));
  }

  /** A refusal stops the start and says which line of the site file it is about. */
  private static void entered(String what, Runnable act) {
    try {
      act.run();
    } catch (Rejected rejected) {
      throw new IllegalStateException(
          "demo-data." + what + "：" + rejected.getMessage() + " (the demo plant was not filled)",
          rejected);
    }
  }
}
