package cn.ecogate.registry.boundary;

import static cn.ecogate.registry.control.VehicleExample.aTruck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The vehicle register in the real database: found at once, filed once, every change in the ledger.
 */
class RegistryIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Instant NOW = Instant.parse("2026-11-21T08:30:00.123Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("备案的车按号牌和颜色找到，每一项原样读回")
  void aFiledVehicleIsFoundByPlateAndColor() {
    Vehicle filed = ask(registry -> registry.file(aTruck()));

    Vehicle found = byPlate("云A12345", PlateColor.YELLOW).orElseThrow();
    assertThat(found).usingRecursiveComparison().isEqualTo(filed);
    assertThat(found.getFiledAt()).isEqualTo(NOW);
    assertThat(byPlate("云A12345", PlateColor.BLUE)).isEmpty();
    assertThat(byPlate("云A12346", PlateColor.YELLOW)).isEmpty();
  }

  @Test
  @DisplayName("另一节点改了备案，本节点立即看到")
  void aChangeByAnotherNodeCountsAtOnce() throws SQLException {
    ask(registry -> registry.file(aTruck()));
    try (EntityManager gate = database.entityManager()) {
      Registry registry = registry(gate);
      PlateNumber plate = new PlateNumber("云A12345");
      assertThat(registry.byPlate(plate, PlateColor.YELLOW).orElseThrow().getStage())
          .isEqualTo(EmissionStage.CHINA_6);
      try (Connection other = database.connection();
          Statement statement = other.createStatement()) {
        statement.executeUpdate("UPDATE vehicle SET stage = 'CHINA_3', version = version + 1");
      }
      assertThat(registry.byPlate(plate, PlateColor.YELLOW).orElseThrow().getStage())
          .isEqualTo(EmissionStage.CHINA_3);
    }
  }

  @Test
  @DisplayName("门禁查询走唯一索引")
  void theGatesQuestionUsesTheUniqueKey() throws SQLException {
    ask(registry -> registry.file(aTruck()));
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet plan =
            statement.executeQuery(
                "EXPLAIN SELECT * FROM vehicle WHERE plate = '云A12345' AND plate_color = 'YELLOW'")) {
      assertThat(plan.next()).isTrue();
      assertThat(plan.getString("key")).isEqualTo("vehicle_plate");
      assertThat(plan.getString("type")).isEqualTo("const");
    }
  }

  @Test
  @DisplayName("没有备案的号牌：同号异色排在最前，易看错的随后，不相干的不提")
  void platesEasilyTakenForItAreFound() {
    ask(registry -> registry.file(aTruck()));

    assertThat(alike("云A12345")).containsExactly("云A12345");
    assertThat(alike("贵A12345")).containsExactly("云A12345");
    assertThat(alike("云AI234S")).containsExactly("云A12345");
    assertThat(alike("云A99999")).isEmpty();
  }

  @Test
  @DisplayName("新增备案写入台账：谁、什么时候、哪些项")
  void aFilingIsWrittenToTheLedger() {
    Vehicle filed = ask(registry -> registry.file(aTruck()));

    assertThat(audit(filed))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.text())
                    .startsWith(
                        """
                        ecogate audit 1
                        act: vehicle-filed
                        user: officer
                        at: 2026-11-21T08:30:00.123Z
                        after-plate: 云A12345
                        after-plate-color: 1
                        after-vehicle-type: Q11
                        after-use: F
                        after-vin: 1M8GDM9AXKP042788
                        after-brand-model: 解放 J6P
                        after-fuel: B
                        after-stage: 6
                        after-telematics: true
                        after-registered: 2022-06-17
                        after-engine-no: 52120871
                        after-owner: 安宁顺达物流有限公司
                        """));
  }

  @Test
  @DisplayName("修改写入改前改后；没有改动则不写")
  void anAmendmentKeepsBeforeAndAfter() {
    Vehicle filed = ask(registry -> registry.file(aTruck()));

    Vehicle same = ask(registry -> registry.amend(filed));
    assertThat(same.getVersion()).isEqualTo(filed.getVersion());
    assertThat(audit(filed)).hasSize(1);

    same.setStage(EmissionStage.CHINA_5);
    Vehicle amended = ask(registry -> registry.amend(same));
    assertThat(amended.getStage()).isEqualTo(EmissionStage.CHINA_5);
    assertThat(byPlate("云A12345", PlateColor.YELLOW).orElseThrow().getStage())
        .isEqualTo(EmissionStage.CHINA_5);
    assertThat(audit(filed))
        .last()
        .satisfies(
            entry ->
                assertThat(entry.text())
                    .contains("act: vehicle-amended\n", "before-stage: 6\n", "after-stage: 5\n"));
  }

  @Test
  @DisplayName("两人同时编辑，后保存的人被告知，先保存的不丢")
  void theSecondOfTwoEditorsIsTold() {
    Vehicle filed = ask(registry -> registry.file(aTruck()));
    Vehicle first = ask(registry -> registry.vehicle(filed.getId()).orElseThrow());
    Vehicle second = ask(registry -> registry.vehicle(filed.getId()).orElseThrow());

    first.setOwner("甲车队");
    second.setOwner("乙车队");
    ask(registry -> registry.amend(first));

    assertRejected("stale-edit", () -> ask(registry -> registry.amend(second)));
    assertThat(byPlate("云A12345", PlateColor.YELLOW).orElseThrow().getOwner()).isEqualTo("甲车队");
    assertThat(audit(filed)).hasSize(2);
  }

  @Test
  @DisplayName("同一号牌、同一识别代号不能再备案；换牌在原备案中改")
  void aVehicleIsFiledOnce() {
    Vehicle filed = ask(registry -> registry.file(aTruck()));

    assertRejected("plate-known", () -> ask(registry -> registry.file(aTruck("云A12345", null))));
    assertRejected(
        "vin-known", () -> ask(registry -> registry.file(aTruck("云A67890", filed.getVin()))));

    filed.setPlate("云A67890");
    ask(registry -> registry.amend(filed));
    assertThat(byPlate("云A12345", PlateColor.YELLOW)).isEmpty();
    assertThat(byPlate("云A67890", PlateColor.YELLOW).orElseThrow().getId())
        .isEqualTo(filed.getId());
  }

  @Test
  @DisplayName("没有识别代号的车可以有多辆")
  void vehiclesWithoutAVinDoNotCollide() {
    ask(registry -> registry.file(aTruck("云A00001", null)));
    ask(registry -> registry.file(aTruck("云A00002", "")));
    assertThat(this.<Long>ask(registry -> registry.count(all()))).isEqualTo(2L);
  }

  @Test
  @DisplayName("两人同时备案同一辆车，只有一人成功，另一人得到说明")
  void ofTwoSimultaneousFilingsOneIsTold() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Vehicle>> both = new ArrayList<>();
    int filed = 0;
    try {
      for (int i = 0; i < 2; i++) {
        both.add(
            pool.submit(
                () -> {
                  start.await();
                  return ask(registry -> registry.file(aTruck()));
                }));
      }
      for (Future<Vehicle> one : both) {
        try {
          one.get();
          filed++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(Rejected.class);
        }
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(filed).isEqualTo(1);
    assertThat(this.<Long>ask(registry -> registry.count(all()))).isEqualTo(1L);
  }

  @Test
  @DisplayName("逐页翻到底：不重不漏，按号牌排列")
  void everyPageIsReadOnceInOrder() {
    for (int i = 0; i < 25; i++) {
      String plate = String.format("云A%05d", (i * 7) % 25);
      ask(registry -> registry.file(aTruck(plate, null)));
    }
    List<String> plates = new ArrayList<>();
    String cursor = null;
    do {
      String mark = cursor;
      Slice<Vehicle> slice = ask(registry -> registry.find(all(), mark, 10));
      slice.rows().forEach(vehicle -> plates.add(vehicle.getPlate()));
      cursor = slice.next().orElse(null);
    } while (cursor != null);

    assertThat(plates).hasSize(25).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("按号牌、识别代号或车队的一部分查找，可再按阶段和燃料筛选")
  void vehiclesAreFoundByPartsAndKinds() {
    ask(registry -> registry.file(aTruck()));
    Vehicle electric = aTruck("云A02816D", null);
    electric.setPlateColor(PlateColor.YELLOW_GREEN);
    electric.setStage(EmissionStage.ELECTRIC);
    electric.setFuel(FuelType.ELECTRIC);
    electric.setOwner("滇中 100% 电动车队");
    ask(registry -> registry.file(electric));

    assertThat(plates(new VehicleFilter("a123", null, null))).containsExactly("云A12345");
    assertThat(plates(new VehicleFilter("kp0427", null, null))).containsExactly("云A12345");
    assertThat(plates(new VehicleFilter("顺达", null, null))).containsExactly("云A12345");
    assertThat(plates(new VehicleFilter("100%", null, null))).containsExactly("云A02816D");
    assertThat(plates(new VehicleFilter("%", null, null))).containsExactly("云A02816D");
    assertThat(plates(new VehicleFilter("_", null, null))).isEmpty();
    assertThat(plates(new VehicleFilter("云A", EmissionStage.ELECTRIC, null)))
        .containsExactly("云A02816D");
    assertThat(plates(new VehicleFilter("", null, FuelType.DIESEL))).containsExactly("云A12345");
    assertThat(this.<Long>ask(registry -> registry.count(new VehicleFilter("云", null, null))))
        .isEqualTo(2L);
  }

  @Test
  @DisplayName("不存在的备案不能修改")
  void anUnknownVehicleCannotBeAmended() throws SQLException {
    Vehicle filed = ask(registry -> registry.file(aTruck()));
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM vehicle");
    }
    assertRejected("vehicle-unknown", () -> ask(registry -> registry.amend(filed)));
  }

  private List<String> plates(VehicleFilter filter) {
    return this.<Slice<Vehicle>>ask(registry -> registry.find(filter, null, 50)).rows().stream()
        .map(Vehicle::getPlate)
        .toList();
  }

  private List<String> alike(String plate) {
    return ask(
        registry ->
            registry.alike(new PlateNumber(plate)).stream().map(Vehicle::getPlate).toList());
  }

  private static VehicleFilter all() {
    return new VehicleFilter(null, null, null);
  }

  private Optional<Vehicle> byPlate(String plate, PlateColor color) {
    return ask(registry -> registry.byPlate(new PlateNumber(plate), color));
  }

  private List<LedgerEntry> audit(Vehicle vehicle) {
    return database.inTransaction(
        (EntityManager em) -> {
          return ledger(em).about("audit", "vehicle:" + vehicle.getId());
        });
  }

  private <T> T ask(Function<Registry, T> question) {
    Function<EntityManager, T> work = em -> question.apply(registry(em));
    return database.inTransaction(work);
  }

  private static Registry registry(EntityManager em) {
    return new Registry(em, new FilingDesk(em, ledger(em), CLOCK), SignedIn.as("officer"));
  }

  private static Ledger ledger(EntityManager em) {
    return new Ledger(em, CLOCK, new HeardEvents<>());
  }

  private static void assertRejected(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
  }
}
