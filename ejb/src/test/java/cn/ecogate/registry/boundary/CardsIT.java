package cn.ecogate.registry.boundary;

import static cn.ecogate.registry.control.CardExample.aLoader;
import static cn.ecogate.registry.control.CardExample.aShuttle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.registry.entity.CardFilter;
import cn.ecogate.registry.entity.FilingChange;
import cn.ecogate.registry.entity.Machine;
import cn.ecogate.registry.entity.PlantVehicle;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cards in the real database: kept once, found by a scan, every change in the ledger. */
class CardsIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final CardFilter ALL = new CardFilter(null, null, null, null);

  private final SettableClock clock = SettableClock.atSomeMorning();

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("扫标签、登记编码或识别码，都找到这台机械；别的文本找不到")
  void aScanFindsTheMachine() {
    Machine kept = ask(cards -> cards.keep(aLoader()));
    for (String scan : List.of("E28011606000020954C1A1B2", "滇a-zj0012", "LGZL50CNK1A123456")) {
      assertThat(this.<Optional<Machine>>ask(cards -> cards.scanned(scan)))
          .get()
          .extracting(Machine::getId)
          .isEqualTo(kept.getId());
    }
    assertThat(this.<Optional<Machine>>ask(cards -> cards.scanned("别的"))).isEmpty();
    Machine found = ask(cards -> cards.machine(kept.getId()).orElseThrow());
    assertThat(found).usingRecursiveComparison().isEqualTo(kept);
  }

  @Test
  @DisplayName("改卡片记入改前改后；没有改动不写；旧版本的修改被告知")
  void everyChangeIsInTheLedger() {
    Machine kept = ask(cards -> cards.keep(aLoader()));
    Machine same = ask(cards -> cards.keep(kept));
    assertThat(same.getVersion()).isEqualTo(kept.getVersion());
    Machine repaired = aLoader();
    repaired.become(kept.getId(), kept.getVersion());
    repaired.setService(ServiceState.UNDER_REPAIR);
    Machine changed = ask(cards -> cards.keep(repaired));

    List<FilingChange> history = ask(cards -> cards.history(changed));
    assertThat(history)
        .extracting(FilingChange::act)
        .containsExactly("machine-amended", "machine-filed");
    assertThat(history.get(0).items()).containsExactly("service: ACTIVE → UNDER_REPAIR");
    assertThat(history.get(0).who()).isEqualTo("keeper");
    Machine stale = aLoader();
    stale.become(kept.getId(), kept.getVersion());
    stale.setOwner("别人");
    assertRejected("stale-edit", cards -> cards.keep(stale));
  }

  @Test
  @DisplayName("编码、识别码、标签各只属于一台")
  void nothingIsFiledTwice() {
    ask(cards -> cards.keep(aLoader()));
    assertRejected("code-known", cards -> cards.keep(aLoader()));
    Machine samePin = aLoader();
    samePin.setCode("滇A-ZJ0013");
    assertRejected("pin-known", cards -> cards.keep(samePin));
    samePin.setPin(null);
    assertRejected("tag-known", cards -> cards.keep(samePin));

    ask(cards -> cards.keep(aShuttle()));
    PlantVehicle sameVin = aShuttle();
    sameVin.setCode("CN-0008");
    assertThatThrownBy(() -> ask(cards -> cards.keep(sameVin)))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("vin-known"));
  }

  @Test
  @DisplayName("逐页翻到底，可按文本、阶段和状态筛选")
  void cardsAreFoundAndPaged() {
    for (int i = 0; i < 25; i++) {
      PlantVehicle vehicle = aShuttle();
      vehicle.setCode(String.format("CN-%04d", (i * 7) % 25));
      vehicle.setVin(null);
      vehicle.setStage(i == 0 ? EmissionStage.CHINA_4 : EmissionStage.CHINA_5);
      ask(cards -> cards.keep(vehicle));
    }
    List<String> codes = new ArrayList<>();
    String cursor = null;
    do {
      String mark = cursor;
      Slice<PlantVehicle> slice = ask(cards -> cards.plantVehicles(ALL, mark, 10));
      slice.rows().forEach(vehicle -> codes.add(vehicle.getCode()));
      cursor = slice.next().orElse(null);
    } while (cursor != null);
    assertThat(codes).hasSize(25).isSorted().doesNotHaveDuplicates();
    assertThat(this.<Long>ask(cards -> cards.countPlantVehicles(ALL))).isEqualTo(25L);
    CardFilter four = new CardFilter("cn-00", EmissionStage.CHINA_4, null, ServiceState.ACTIVE);
    assertThat(this.<Long>ask(cards -> cards.countPlantVehicles(four))).isEqualTo(1L);
    assertThat(this.<Long>ask(cards -> cards.countMachines(ALL))).isZero();
  }

  private void assertRejected(String code, Function<Cards, Machine> act) {
    assertThatThrownBy(() -> ask(act))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
  }

  private <T> T ask(Function<Cards, T> question) {
    Function<EntityManager, T> work =
        em ->
            question.apply(
                new Cards(
                    em, new Ledger(em, clock, new HeardEvents<>()), clock, SignedIn.as("keeper")));
    return database.inTransaction(work);
  }
}
