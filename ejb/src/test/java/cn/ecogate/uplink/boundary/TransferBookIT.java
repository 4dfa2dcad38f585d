package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.entity.DayReport;
import cn.ecogate.uplink.entity.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the officer reads at seven in the morning. */
class TransferBookIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

  @TempDir Path dataDir;
  private UplinkPlant plant;
  private UploadWorker worker;

  @BeforeEach
  void start() throws SQLException, IOException {
    database.empty();
    plant = new UplinkPlant(database, dataDir);
    worker = plant.worker();
  }

  @AfterEach
  void stop() {
    plant.close();
  }

  @Test
  @DisplayName("断线一夜：何时断、何时通、期间几条、补传到几点，都说得清")
  void theNightIsTold() throws IOException {
    at("2026-11-20T10:00:00Z", () -> plant.passage("S-1", "A-01"));
    worker.runOnce();
    plant.platformGoesDown();
    at("2026-11-20T18:10:00Z", () -> plant.passage("S-2", "A-01"));
    worker.runOnce();
    at("2026-11-20T19:00:00Z", () -> plant.passage("S-3", "A-02"));
    plant.platformComesBack();
    at("2026-11-20T20:35:00Z", () -> plant.heartbeat().runOnce());
    at("2026-11-20T20:36:00Z", worker::runOnce);

    assertThat(overnight(SATURDAY))
        .containsExactly(
            "11 月 20 日 18:00 至 11 月 21 日 04:36 产生 3 条，已传 3 条，传输率 100.0%，达到要求的 95%。",
            "自 11 月 21 日 02:10 至 11 月 21 日 04:35 线路中断 2 小时 25 分钟（连不上平台："
                + plant.siteBook.site().platforms().get(0).url()
                + "）。期间产生 2 条，已全部补传，最后一条 11 月 21 日 04:36 到达。",
            "没有漏传。",
            "完整率 0.0%，低于要求的 95%；缺得最多的是：" + missing(3) + "。");
  }

  private static String missing(int count) {
    return "车身照片（%d 条）、车头照片（%d 条）、车辆类型（%d 条）".formatted(count, count, count);
  }

  @Test
  @DisplayName("按日、出入口、类别分列，合计与平台收到的一致；厂里的一天从零点算起")
  void countedByDayGateAndKind() {
    at("2026-11-20T15:59:59Z", () -> plant.passage("S-1", "A-01"));
    at("2026-11-20T16:00:00Z", () -> plant.passage("S-2", "A-01"));
    at("2026-11-20T16:00:01Z", () -> plant.passage("S-3", "B-01"));
    worker.runOnce();
    at("2026-11-21T01:00:00Z", () -> plant.passage("S-4", "B-01"));

    List<Tally> days = ask(book -> book.days("province", SATURDAY, 3));
    assertThat(days)
        .extracting(Tally::day, Tally::produced, Tally::accepted)
        .containsExactly(
            tuple(SATURDAY, 3L, 2L), tuple(FRIDAY, 1L, 1L), tuple(FRIDAY.minusDays(1), 0L, 0L));
    DayReport report = ask(book -> book.report("province", SATURDAY));
    assertThat(report.platformName()).isEqualTo("省级平台");
    assertThat(report.parts())
        .extracting(Tally::gate, Tally::produced, Tally::gap)
        .containsExactly(tuple("A", 1L, 0L), tuple("B", 2L, 1L));
    assertThat(report.sum().transferEnough()).isFalse();
    assertThat(report.story())
        .contains("线路一直正常。", "漏传 1 条（待传 1 条，被拒 0 条），最早的一条产生于 11 月 21 日 09:00。");
    assertThat(plant.platform.keys()).hasSize(3);
  }

  @Test
  @DisplayName("一刻钟没传到就告警，传到了就解除；一小时内不重复")
  void aMissedUploadRaisesAnAlarm() throws IOException {
    GapWatch watch = new GapWatch();
    watch.platforms = plant.platforms();
    watch.clock = plant.clock;
    plant.platformGoesDown();
    at("2026-11-20T18:00:00Z", () -> plant.passage("S-1", "A-01"));
    look(watch, "2026-11-20T18:15:00Z");
    assertThat(alarms()).isEmpty();
    look(watch, "2026-11-20T18:15:01Z");
    look(watch, "2026-11-20T18:16:00Z");
    assertThat(alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.getSentence())
                  .isEqualTo("省级平台有 1 条记录超过 15 分钟没有传到；最早的一条产生于 11 月 21 日 02:00。");
              assertThat(alarm.isStanding()).isTrue();
              assertThat(alarm.getOccurrences()).isEqualTo(1);
            });
    plant.platformComesBack();
    worker.runOnce();
    look(watch, "2026-11-20T18:17:00Z");
    assertThat(alarms()).noneMatch(Alarm::isStanding);
  }

  @Test
  @DisplayName("通话底账留 24 个月，到期才清")
  void callsAreKeptForTwoYears() {
    at("2024-11-01T00:00:00Z", () -> plant.passage("S-1", "A-01"));
    worker.runOnce();
    CallKeeper keeper = new CallKeeper();
    keeper.platforms = plant.platforms();
    keeper.clock = plant.clock;
    keeper.gaps =
        new Gaps() {
          @Override
          public int forgetCalls(String platformId, Instant before, int most) {
            return database.inTransaction(
                em -> {
                  this.em = em;
                  return super.forgetCalls(platformId, before, most);
                });
          }
        };
    plant.clock.set(Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(keeper.runOnce()).isZero();
    plant.clock.forward(Duration.ofSeconds(1));
    assertThat(keeper.runOnce()).isEqualTo(2);
  }

  private void look(GapWatch watch, String at) {
    plant.clock.set(Instant.parse(at));
    Consumer<jakarta.persistence.EntityManager> work =
        em -> {
          watch.gaps = new Gaps();
          watch.gaps.em = em;
          watch.desk = new AlarmDesk(em, plant.clock, new HeardEvents<>());
          watch.runOnce();
        };
    database.inTransaction(work);
  }

  private static List<Alarm> alarms() {
    return database.inTransaction(
        em -> {
          return em.createQuery("SELECT a FROM Alarm a", Alarm.class).getResultList();
        });
  }

  private void at(String moment, Runnable happens) {
    plant.clock.set(Instant.parse(moment));
    happens.run();
  }

  private List<String> overnight(LocalDate day) {
    return ask(book -> book.overnight("province", day));
  }

  private <T> T ask(Function<TransferBook, T> question) {
    return database.inTransaction(
        em -> {
          TransferBook book = new TransferBook();
          book.em = em;
          book.platforms = plant.platforms();
          book.clock = plant.clock;
          return question.apply(book);
        });
  }
}
