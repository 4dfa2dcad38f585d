package cn.ecogate.demo.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.account.boundary.Accounts;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerCheck;
import cn.ecogate.registry.boundary.FilingDesk;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.DemoAccount;
import cn.ecogate.site.entity.DemoData;
import cn.ecogate.site.entity.Site;
import cn.ecogate.strategy.boundary.ListDesk;
import cn.ecogate.strategy.boundary.Strategies;
import cn.ecogate.strategy.boundary.StrategyDesk;
import cn.ecogate.strategy.boundary.StrategyReader;
import cn.ecogate.strategy.boundary.StrategyShelf;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shipped demo plant, filled into the real database through the real doors. */
class DemoPlantIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T08:30:00.123Z"), ZoneOffset.UTC);

  private final Site demoSite =
      new SiteBook("../docs/interfaces/demo-site.yaml", "target/demo-data").site();
  private final OpenedAccounts accounts = new OpenedAccounts();

  /** Accounts as the account component would keep them, without its slow hashing. */
  private static final class OpenedAccounts extends Accounts {

    private final Map<String, Person> opened = new HashMap<>();

    @Override
    public Optional<Person> person(String user) {
      return Optional.ofNullable(opened.get(user));
    }

    @Override
    public void open(String user, String name, Set<Role> roles, String password) {
      opened.put(user, new Person(user, name, roles, false));
    }
  }

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("演示厂区：全部车辆备案且无疑点，账号各有其角色，台账无误")
  void everythingOfTheDemoFileIsFiled() {
    fill(demoSite);

    List<Vehicle> vehicles = vehicles();
    assertThat(vehicles).hasSameSizeAs(demoSite.demoData().vehicles());
    assertThat(vehicles)
        .allSatisfy(
            vehicle ->
                assertThat(this.<List<String>>ask(em -> registry(em).oddities(vehicle)))
                    .as("%s: a site file carries no pictures", vehicle.getPlate())
                    .containsExactly("尚缺随车清单或行驶证图片，上传时会计为不完整，请补齐。"));
    assertThat(accounts.opened).containsOnlyKeys("officer", "guard", "keeper", "inspector");
    assertThat(accounts.opened.get("guard").roles()).containsExactly(Role.GUARD);
    LedgerCheck check = ask(em -> ledger(em).verify());
    assertThat(check.sound()).isTrue();
    assertThat(check.entries()).isEqualTo(vehicles.size() + 3);
  }

  @Test
  @DisplayName("演示车辆经真实规则判定：六成放行，有拒绝，有待人工核实")
  void theRulesAdmitSixInTen() {
    fill(demoSite);

    Map<String, Integer> verdicts = new TreeMap<>();
    for (Vehicle vehicle : vehicles()) {
      verdicts.merge(verdict(vehicle), 1, Integer::sum);
    }
    assertThat(verdicts)
        .containsExactlyInAnyOrderEntriesOf(Map.of("admitted", 15, "refused", 9, "guard", 1));
  }

  @Test
  @DisplayName("第二次启动什么也不加")
  void aSecondStartAddsNothing() {
    fill(demoSite);
    LedgerCheck first = ask(em -> ledger(em).verify());
    fill(demoSite);
    LedgerCheck second = ask(em -> ledger(em).verify());
    assertThat(second).isEqualTo(first);
  }

  @Test
  @DisplayName("真实厂区不填任何演示数据")
  void aRealPlantStaysEmpty() {
    fill(
        new Site(
            false,
            demoSite.enterprise(),
            demoSite.gates(),
            demoSite.platforms(),
            demoSite.loadRule(),
            demoSite.demoData()));
    assertThat(vehicles()).isEmpty();
    assertThat(accounts.opened).isEmpty();
  }

  @Test
  @DisplayName("文件里有不能备案的车：说明是哪一辆，一辆也不留")
  void aVehicleThatCannotBeFiledStopsTheFilling() {
    DemoData data = demoSite.demoData();
    DemoData twice =
        new DemoData(
            List.of(new DemoAccount("guard", "赵强", "guard", "demo-guard-1")),
            Collections.nCopies(2, data.vehicles().get(0)),
            List.of(),
            List.of());
    Site site =
        new Site(
            true,
            demoSite.enterprise(),
            demoSite.gates(),
            demoSite.platforms(),
            demoSite.loadRule(),
            twice);

    assertThatThrownBy(() -> fill(site))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("demo-data.vehicles 云A6K218")
        .hasMessageContaining("已经备案");
    assertThat(vehicles()).isEmpty();
  }

  private String verdict(Vehicle vehicle) {
    PlateNumber plate = new PlateNumber(vehicle.getPlate());
    Facts facts =
        ask(
            em ->
                new Facts(
                    Direction.IN,
                    Sighting.READ,
                    Optional.of(plate),
                    vehicle.getPlateColor(),
                    registry(em)
                        .byPlate(plate, vehicle.getPlateColor())
                        .map(
                            filed ->
                                new FiledVehicle(
                                    filed.getVehicleType(),
                                    filed.getUse(),
                                    filed.getFuel(),
                                    filed.getStage())),
                    strategies(em).listing(plate, vehicle.getPlateColor()),
                    strategies(em).restrictions(CLOCK.instant()),
                    List.of(),
                    CLOCK.instant()));
    return Admission.decide(facts)
        .verdict()
        .match(admitted -> "admitted", refused -> "refused", needsGuard -> "guard");
  }

  private void fill(Site site) {
    database.inTransaction(
        em -> {
          FilingDesk filing = new FilingDesk(em, ledger(em), CLOCK);
          StrategyDesk desk = new StrategyDesk(em, ledger(em), CLOCK, new HeardEvents<>());
          ListDesk list = new ListDesk(em, ledger(em), CLOCK);
          new DemoPlant(new SiteBook(site), accounts, filing, desk, list, CLOCK).fill();
        });
  }

  private List<Vehicle> vehicles() {
    return ask(em -> registry(em).find(new VehicleFilter(null, null, null), null, 200).rows());
  }

  private static Registry registry(EntityManager em) {
    return new Registry(em, new FilingDesk(em, ledger(em), CLOCK), SignedIn.as("officer"));
  }

  private static Strategies strategies(EntityManager em) {
    return new Strategies(
        em, new StrategyShelf(() -> new StrategyReader(em).all(), () -> 0), null, null);
  }

  private static Ledger ledger(EntityManager em) {
    return new Ledger(em, CLOCK, new HeardEvents<>());
  }

  private <T> T ask(Function<EntityManager, T> question) {
    return database.inTransaction(question);
  }
}
