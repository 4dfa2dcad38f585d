package cn.ecogate.strategy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.EditionChange;
import cn.ecogate.strategy.entity.EditionStory;
import cn.ecogate.strategy.entity.StrategyCard;
import cn.ecogate.strategy.entity.StrategyEdition.Act;
import cn.ecogate.strategy.entity.StrategyFilter;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
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

/** Strategies and exceeding list in the real database: kept whole, in force exactly on time. */
class StrategiesIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T08:30:00.123Z"), ZoneOffset.UTC);
  private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
  private static final Instant END = Instant.parse("2026-11-24T15:59:59.999Z");
  private static final PlateNumber PLATE = new PlateNumber("云A9S604");

  private static final ControlStrategy DAILY =
      new ControlStrategy(
          0,
          "日常管控",
          AlertLevel.NONE,
          Instant.parse("2024-01-01T00:00:00Z"),
          Optional.empty(),
          "禁止国三及以下重型柴油、燃气货车进厂。",
          List.of(
              new Restriction(
                  "日常管控",
                  true,
                  Set.of(FuelType.DIESEL, FuelType.NATURAL_GAS),
                  EmissionStage.CHINA_3)));

  private static final ControlStrategy ORANGE =
      new ControlStrategy(
          0,
          "橙色预警",
          AlertLevel.ORANGE,
          START,
          Optional.of(END),
          "禁止国四及以下重型柴油货车、国五及以下重型燃气货车进厂。",
          List.of(
              new Restriction("橙色预警", true, Set.of(FuelType.DIESEL), EmissionStage.CHINA_4),
              new Restriction("橙色预警", false, Set.of(), EmissionStage.CHINA_2)));

  private final StrategyShelf shelf =
      new StrategyShelf(
          () -> database.inTransaction((EntityManager em) -> new StrategyReader(em).all()),
          () -> 0);

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("策略原样保存，限制的先后和燃料不变")
  void aStrategyIsKeptWhole() {
    ControlStrategy kept = ask(strategies -> strategies.add(ORANGE));

    assertThat(kept.id()).isPositive();
    assertThat(this.<List<ControlStrategy>>ask(strategies -> strategies.inForce(START)))
        .containsExactly(kept);
    assertThat(kept.restrictions()).isEqualTo(ORANGE.restrictions());
    assertThat(kept.until()).contains(END);
  }

  @Test
  @DisplayName("预警期间限制相加；到点自行结束，只剩日常管控")
  void restrictionsAddUpAndEndOnTime() {
    ask(strategies -> strategies.add(DAILY));
    ask(strategies -> strategies.add(ORANGE));

    assertThat(restrictions(END.minusMillis(1)))
        .containsExactly(
            ORANGE.restrictions().get(0),
            ORANGE.restrictions().get(1),
            DAILY.restrictions().get(0));
    assertThat(restrictions(END)).isEqualTo(DAILY.restrictions());
  }

  @Test
  @DisplayName("新增的策略一经提交即生效，不等两秒")
  void anAddedStrategyCountsAtOnce() {
    ask(strategies -> strategies.add(DAILY));
    assertThat(restrictions(START)).hasSize(1);
    ask(strategies -> strategies.add(ORANGE));
    assertThat(restrictions(START)).hasSize(3);
  }

  @Test
  @DisplayName("结束早于开始的策略被退回，什么也不留")
  void aStrategyThatEndsBeforeItStartsIsRejected() {
    ControlStrategy backwards =
        new ControlStrategy(
            0, "倒", AlertLevel.RED, END, Optional.of(START), "措施", ORANGE.restrictions());
    assertThatThrownBy(() -> ask(strategies -> strategies.add(backwards)))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("ends-before-start"));
    assertThat(restrictions(START)).isEmpty();
    assertThat(ledgerAbout("strategy:1")).isEmpty();
  }

  @Test
  @DisplayName("新增写入台账")
  void anAdditionIsWrittenToTheLedger() {
    ControlStrategy kept = ask(strategies -> strategies.add(ORANGE));
    assertThat(ledgerAbout("strategy:" + kept.id()))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.text())
                    .startsWith(
                        """
                        ecogate audit 1
                        act: strategy-added
                        user: officer
                        at: 2026-11-21T08:30:00.123Z
                        name: 橙色预警
                        edition: 1
                        alert: 2
                        response: 2
                        from: 2026-11-21T00:00:00Z
                        until: 2026-11-24T15:59:59.999Z
                        measure: 禁止国四及以下重型柴油货车、国五及以下重型燃气货车进厂。
                        forbids: stage<=4 fuels=B groups=HEAVY_GOODS types= uses= directions=1
                        forbids: stage<=2 fuels= groups= types= uses= directions=1
                        """));
  }

  @Test
  @DisplayName("列表说清每条的状态、谁设的、最后谁动过；每一版改了什么都读得出来")
  void aCardSaysWhoseItIsAndEveryEditionWhatItChanged() {
    ask(strategies -> strategies.add(DAILY));
    ControlStrategy orange = ask(strategies -> strategies.add(ORANGE));
    ControlStrategy ended = ask(strategies -> strategies.end(orange.id(), 1, "接到解除预警通知"));

    List<StrategyCard> cards =
        ask(strategies -> strategies.cards(StrategyFilter.EVERY, CLOCK.instant()));
    assertThat(cards)
        .extracting(StrategyCard::state)
        .containsExactly(StrategyState.IN_FORCE, StrategyState.OVER);
    assertThat(cards.get(1).strategy()).isEqualTo(ended);
    assertThat(cards.get(1).setBy()).isEqualTo("officer");
    assertThat(cards.get(1).act()).isEqualTo(Act.ENDED);

    List<EditionStory> history = ask(strategies -> strategies.history(orange.id()));
    assertThat(history).hasSize(2);
    assertThat(history.get(0).edition().why()).isEqualTo("接到解除预警通知");
    assertThat(history.get(0).changes())
        .containsExactly(
            new EditionChange(
                EditionChange.Item.UNTIL, "至 2026-11-24 23:59 止", "至 2026-11-21 16:30 止"));
    assertThat(history.get(1).changes()).isEmpty();
  }

  @Test
  @DisplayName("名单按号牌和颜色查，最新一条为准")
  void theNewestListingOfPlateAndColorIsFound() {
    list("甲因", LocalDate.of(2026, 10, 1));
    list("乙因", LocalDate.of(2026, 11, 1));
    list("丙因", LocalDate.of(2026, 10, 20));

    assertThat(listing(PLATE, PlateColor.YELLOW))
        .contains(new Listing("本厂", "乙因", LocalDate.of(2026, 11, 1)));
    assertThat(listing(PLATE, PlateColor.BLUE)).isEmpty();
    assertThat(listing(new PlateNumber("云A9S605"), PlateColor.YELLOW)).isEmpty();
  }

  @Test
  @DisplayName("解除后立即放行，其余未解除的仍算")
  void aReleasedListingNoLongerCounts() throws SQLException {
    list("甲因", LocalDate.of(2026, 10, 1));
    list("乙因", LocalDate.of(2026, 11, 1));
    sql("UPDATE exceeding_vehicle SET released_at = '2026-11-20 00:00:00' WHERE reason = '乙因'");
    assertThat(listing(PLATE, PlateColor.YELLOW).orElseThrow().reason()).isEqualTo("甲因");
    sql("UPDATE exceeding_vehicle SET released_at = '2026-11-20 00:00:00'");
    assertThat(listing(PLATE, PlateColor.YELLOW)).isEmpty();
  }

  private void list(String reason, LocalDate issued) {
    database.inTransaction(
        (EntityManager em) -> {
          new ListDesk(em, ledger(em), CLOCK)
              .list(PLATE, PlateColor.YELLOW, new Listing("本厂", reason, issued), "officer");
        });
  }

  private Optional<Listing> listing(PlateNumber plate, PlateColor color) {
    return ask(strategies -> strategies.listing(plate, color));
  }

  private List<Restriction> restrictions(Instant at) {
    return ask(strategies -> strategies.restrictions(at));
  }

  private List<LedgerEntry> ledgerAbout(String subject) {
    return database.inTransaction(
        (EntityManager em) -> {
          return ledger(em).about("audit", subject);
        });
  }

  private static void sql(String statement) throws SQLException {
    try (Connection connection = database.connection();
        Statement plain = connection.createStatement()) {
      plain.executeUpdate(statement);
    }
  }

  /** The event reaches the shelf after the commit, as the container's transactional observer. */
  private <T> T ask(Function<Strategies, T> question) {
    HeardEvents<StrategiesChanged> events = new HeardEvents<>();
    Function<EntityManager, T> work =
        em ->
            question.apply(
                new Strategies(
                    em,
                    shelf,
                    new StrategyDesk(em, ledger(em), CLOCK, events),
                    SignedIn.as("officer")));
    T answer = database.inTransaction(work);
    events.heard().forEach(shelf::changed);
    return answer;
  }

  private static Ledger ledger(EntityManager em) {
    return new Ledger(em, CLOCK, new HeardEvents<>());
  }
}
