package cn.ecogate.strategy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.ListReceipt;
import cn.ecogate.strategy.entity.ListReception;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.strategy.entity.ReceivedListing;
import cn.ecogate.strategy.entity.ReceivedStrategy;
import cn.ecogate.strategy.entity.StrategyEdition;
import cn.ecogate.strategy.entity.StrategyEdition.Act;
import cn.ecogate.strategy.entity.StrategyReceipt;
import cn.ecogate.strategy.entity.StrategyReceipt.Change;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.ResponseLevel;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a platform sends, as often as it sends it, and what people here may make of it. */
@DisplayName("平台下发的策略和名单")
class FromPlatformIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Instant END = NOW.plus(Duration.ofDays(3));
  private static final Origin ORIGIN = new Origin("city", "YJ-2026-7");
  private static final PlateNumber ONE = new PlateNumber("云A9S604");
  private static final PlateNumber TWO = new PlateNumber("云A9S605");

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("同一条策略反复下发，只记一次；延长则多一版")
  void theSameMessageChangesNothing() {
    ReceivedStrategy orange = orange(END, List.of(KnownMeasure.CHINA_4_HEAVY), "");
    assertThat(receive(orange).change()).isEqualTo(Change.ADDED);
    assertThat(receive(orange).change()).isEqualTo(Change.UNCHANGED);

    StrategyReceipt longer =
        receive(orange(END.plus(Duration.ofDays(1)), List.of(KnownMeasure.CHINA_4_HEAVY), ""));

    assertThat(longer.change()).isEqualTo(Change.AMENDED);
    ControlStrategy kept = longer.strategy().orElseThrow();
    assertThat(kept.edition()).isEqualTo(2);
    assertThat(kept.restrictions()).hasSize(1);
    assertThat(all()).containsExactly(kept);
    assertThat(editions(kept.id()))
        .extracting(StrategyEdition::act)
        .containsExactly(Act.RECEIVED, Act.RECEIVED);
    assertThat(ledgerAbout("strategy:" + kept.id())).hasSize(2);
  }

  @Test
  @DisplayName("平台撤销即时结束，记为一版；没听说过的策略被撤销，什么也不留")
  void aWithdrawalEndsItAtOnce() {
    ReceivedStrategy orange = orange(END, List.of(KnownMeasure.CHINA_4_HEAVY), "");
    assertThat(receive(withdrawn(orange)).strategy()).isEmpty();
    receive(orange);
    StrategyReceipt receipt = receive(withdrawn(orange));
    assertThat(receipt.change()).isEqualTo(Change.WITHDRAWN);
    assertThat(receipt.strategy().orElseThrow().until()).contains(NOW);
    assertThat(receive(withdrawn(orange)).change()).isEqualTo(Change.UNCHANGED);
    assertThat(receive(orange).change()).isEqualTo(Change.AMENDED);
    assertThat(all())
        .singleElement()
        .extracting(ControlStrategy::until)
        .isEqualTo(Optional.of(END));
  }

  @Test
  @DisplayName("文字措施须由人写成规则；平台延长时规则沿用，措施变了则重新来过")
  void rulesMadeOfWordsStayWhileTheWordsDo() {
    StrategyReceipt receipt = receive(orange(END, List.of(), "国四车辆错峰运输"));
    assertThat(receipt.needsPerson()).isTrue();
    ControlStrategy words = receipt.strategy().orElseThrow();
    ControlStrategy rules = ask(desk -> desk.amend(withRules(words), "按平台文字写成规则", "officer"));
    assertThat(rules.needsPerson()).isFalse();
    assertThat(receive(orange(END, List.of(), "国四车辆错峰运输")).change()).isEqualTo(Change.UNCHANGED);

    Instant longer = END.plus(Duration.ofDays(2));
    StrategyReceipt extended = receive(orange(longer, List.of(), "国四车辆错峰运输"));

    assertThat(extended.needsPerson()).isFalse();
    assertThat(extended.strategy().orElseThrow().restrictions()).isEqualTo(rules.restrictions());
    assertThat(extended.strategy().orElseThrow().until()).contains(longer);
    assertThat(editions(words.id()))
        .extracting(StrategyEdition::act)
        .containsExactly(Act.AMENDED, Act.RECEIVED, Act.AMENDED, Act.RECEIVED);
    assertThat(receive(orange(longer, List.of(), "全部停运")).needsPerson()).isTrue();
  }

  @Test
  @DisplayName("本厂的修改不能比平台宽，句子写明是哪一点；提前结束由平台决定")
  void theHouseIsNeverLaxer() {
    ControlStrategy kept =
        receive(orange(END, List.of(KnownMeasure.CHINA_4_HEAVY), "")).strategy().orElseThrow();
    ControlStrategy shorter = kept.endingAt(END.minusSeconds(60));
    assertThatThrownBy(() -> ask(desk -> desk.amend(shorter, "早点结束", "officer")))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("结束时间早于平台规定的 2026-12-01 12:00，现为 2026-12-01 11:59");
    assertThatThrownBy(() -> ask(desk -> desk.end(kept.id(), 1, "结束吧", "officer")))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("只能由平台撤销");
    assertThat(all()).containsExactly(kept);
  }

  @Test
  @DisplayName("提前结束、撤销、过时的编辑：每一步是一版，旧版本原样保留")
  void aStrategyOfTheHouseIsChangedByEditions() {
    ControlStrategy house = ask(desk -> desk.add(houseRule(), "officer"));
    ControlStrategy ended = ask(desk -> desk.end(house.id(), 1, "污染过程提前结束", "officer"));
    assertThat(ended.until()).contains(NOW);
    assertThatThrownBy(() -> ask(desk -> desk.amend(house, "改名", "other")))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("stale-edit"));
    ControlStrategy back = ask(desk -> desk.undo(house.id(), 2, "officer"));
    assertThat(back.as(0, 0)).isEqualTo(house.as(0, 0));
    assertThatThrownBy(() -> ask(desk -> desk.undo(house.id(), 3, "officer")))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("nothing-to-undo"));
    assertThat(editions(house.id()))
        .extracting(StrategyEdition::act)
        .containsExactly(Act.RESTORED, Act.ENDED, Act.ADDED);
    assertThat(all()).containsExactly(back);
  }

  @Test
  @DisplayName("增量名单只动所发车辆；全量名单把不在其上的解除；重复发送不变")
  void aListIsTakenWholeOrInPart() {
    assertThat(list(true, listing(ONE, "尾气超标"), listing(TWO, "黑烟")))
        .isEqualTo(new ListReceipt(2, 0, 0, 0));
    assertThat(list(true, listing(ONE, "尾气超标"), listing(TWO, "黑烟")))
        .isEqualTo(new ListReceipt(0, 0, 0, 2));
    assertThat(list(false, listing(ONE, "尾气超标，复检不合格"))).isEqualTo(new ListReceipt(0, 1, 0, 0));
    assertThat(found(ONE).orElseThrow().reason()).isEqualTo("尾气超标，复检不合格");
    assertThat(list(true, listing(TWO, "黑烟"))).isEqualTo(new ListReceipt(0, 0, 1, 1));
    assertThat(found(ONE)).isEmpty();
    assertThat(found(TWO).orElseThrow())
        .isEqualTo(new Listing("市平台", "黑烟", LocalDate.of(2026, 11, 20)));
    assertThat(ledgerAbout("exceeding:city")).hasSize(3);
  }

  @Test
  @DisplayName("本厂名单不受平台名单影响；平台列入的只由平台解除")
  void theHousesOwnListIsItsOwn() {
    Listing own = new Listing("本厂", "冒黑烟", LocalDate.of(2026, 11, 27));
    long id =
        database
            .inTransaction(
                (EntityManager em) -> {
                  return listDesk(em).list(ONE, PlateColor.YELLOW, own, "officer");
                })
            .getId();
    list(true, listing(TWO, "黑烟"));
    list(true);
    assertThat(found(ONE)).contains(own);
    assertThat(found(TWO)).isEmpty();

    database.inTransaction(
        (EntityManager em) -> {
          listDesk(em).release(id, "复检合格", "officer");
        });
    assertThat(found(ONE)).isEmpty();
    assertThat(ledgerAbout("exceeding:" + id)).hasSize(2);
  }

  @Test
  @DisplayName("名单每次带来什么可以查看；没有变化的只记最近一次，不多一行")
  void receptionsStayReadable() {
    list(true, listing(ONE, "黑烟"), listing(TWO, "黑烟"));
    list(false);
    list(true, listing(TWO, "黑烟"));
    List<ListReception> receptions =
        database.inTransaction(
            (EntityManager em) -> {
              return new ExceedingList(em, listDesk(em), null).receptions(9);
            });
    assertThat(receptions)
        .extracting(ListReception::isWhole, ListReception::getAdded, ListReception::getReleased)
        .containsExactly(tuple(true, 0, 1), tuple(true, 2, 0));
  }

  private static ReceivedStrategy orange(Instant end, List<KnownMeasure> measures, String words) {
    return new ReceivedStrategy(
        ORIGIN,
        AlertLevel.ORANGE,
        ResponseLevel.SECOND,
        NOW,
        Optional.of(end),
        measures,
        words,
        false);
  }

  private static ReceivedStrategy withdrawn(ReceivedStrategy sent) {
    return new ReceivedStrategy(
        sent.origin(),
        sent.alert(),
        sent.response(),
        sent.from(),
        sent.until(),
        sent.measures(),
        sent.words(),
        true);
  }

  private static ControlStrategy houseRule() {
    return new ControlStrategy(
        0,
        "本厂加严",
        AlertLevel.NONE,
        NOW,
        Optional.of(END),
        "禁止国四及以下车辆入厂。",
        List.of(new Restriction("本厂加严", false, Set.of(), EmissionStage.CHINA_4)));
  }

  private static ControlStrategy withRules(ControlStrategy words) {
    return new ControlStrategy(
        words.id(),
        words.edition(),
        words.name(),
        words.alert(),
        words.response(),
        words.from(),
        words.until(),
        words.hours(),
        words.measure(),
        List.of(new Restriction("", true, Set.of(FuelType.DIESEL), EmissionStage.CHINA_4)),
        Spared.NOBODY,
        words.origin());
  }

  private static ReceivedListing listing(PlateNumber plate, String reason) {
    return new ReceivedListing(
        plate,
        PlateColor.YELLOW,
        Optional.of("1M8GDM9AXKP042788"),
        Optional.of(FuelType.DIESEL),
        Optional.of(EmissionStage.CHINA_4),
        reason,
        LocalDate.of(2026, 11, 20),
        false);
  }

  private StrategyReceipt receive(ReceivedStrategy received) {
    return ask(desk -> desk.receive(received));
  }

  private ListReceipt list(boolean full, ReceivedListing... sent) {
    return database.inTransaction(
        (EntityManager em) -> {
          return listDesk(em).receive("city", "市平台", full, List.of(sent));
        });
  }

  private Optional<Listing> found(PlateNumber plate) {
    return database.inTransaction(
        (EntityManager em) -> {
          return new Strategies(em, null, null, null).listing(plate, PlateColor.YELLOW);
        });
  }

  private List<ControlStrategy> all() {
    return database.inTransaction(
        (EntityManager em) -> {
          return new StrategyReader(em).all();
        });
  }

  private List<StrategyEdition> editions(long id) {
    return ask(desk -> desk.editions(id));
  }

  private List<LedgerEntry> ledgerAbout(String subject) {
    return database.inTransaction(
        (EntityManager em) -> {
          return ledger(em).about("audit", subject);
        });
  }

  private <T> T ask(Function<StrategyDesk, T> question) {
    Function<EntityManager, T> work =
        em -> question.apply(new StrategyDesk(em, ledger(em), CLOCK, new HeardEvents<>()));
    return database.inTransaction(work);
  }

  private static ListDesk listDesk(EntityManager em) {
    return new ListDesk(em, ledger(em), CLOCK);
  }

  private static Ledger ledger(EntityManager em) {
    return new Ledger(em, CLOCK, new HeardEvents<>());
  }
}
