package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.ecogate.ledger.boundary.EntryAppended;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.simulator.platform.FailMode;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.entity.Anatomy;
import cn.ecogate.uplink.entity.CallMade;
import cn.ecogate.uplink.entity.Dispatch;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.DispatchFilter;
import cn.ecogate.uplink.entity.DispatchFilter.Only;
import cn.ecogate.uplink.entity.PlatformCall;
import cn.ecogate.uplink.entity.PlatformStatus;
import cn.ecogate.uplink.entity.RecordKind;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.Principal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the officer sees of the uploads, and what he may do. */
class UploadsIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  @TempDir Path dataDir;
  private UplinkPlant plant;
  private final HeardEvents<EntryAppended> entries = new HeardEvents<>();

  @BeforeEach
  void threeTakenOneRefusedOneWaiting() throws SQLException, IOException {
    database.empty();
    plant = new UplinkPlant(database, dataDir);
    UploadWorker worker = plant.worker();
    for (String serial : List.of("S-1", "S-2", "S-3")) {
      plant.passage(serial, "A-01");
    }
    worker.runOnce();
    plant.platform.fail(FailMode.REFUSE, 1);
    plant.passage("S-4", "A-01");
    worker.runOnce();
    plant.passage("S-5", "A-01");
  }

  @AfterEach
  void stop() {
    plant.close();
  }

  @Test
  @DisplayName("平台状态：产生、已传、待传、被拒对得上")
  void thePlatformsNumbersAddUp() {
    PlatformStatus status = ask(Uploads::platforms).get(0);
    assertThat(status.produced()).isEqualTo(5);
    assertThat(status.accepted()).isEqualTo(3);
    assertThat(status.waiting()).isEqualTo(1);
    assertThat(status.blocked()).isEqualTo(1);
    assertThat(status.online()).isTrue();
    assertThat(status.lastAccepted()).contains(plant.clock.instant());
    assertThat(status.sentence(plant.clock.instant()))
        .isEqualTo("线路正常。最近一条 0 秒前被接收；1 条待传，约 1 分钟内传完，1 条被拒，须人工处理。");
  }

  @Test
  @DisplayName("一段时间的传输率只算这段时间产生的")
  void theRateOfASpan() {
    Instant now = plant.clock.instant();
    assertThat(ask(uploads -> uploads.transferRate("province", now, now.plusSeconds(1))).sentence())
        .isEqualTo("传输率 60.0%（产生 5 条，已传 3 条），低于要求的 95%");
    assertThat(
            ask(uploads -> uploads.transferRate("province", now.minusSeconds(9), now)).produced())
        .isZero();
  }

  @Test
  @DisplayName("队列新的在前，一页一页不重不漏，可按平台和状态筛选")
  void theQueueIsReadPageByPage() {
    Slice<Dispatch> first = ask(uploads -> uploads.find(DispatchFilter.any(), null, 3));
    assertThat(serials(first)).containsExactly("S-5", "S-4", "S-3");
    Slice<Dispatch> second =
        ask(
            uploads ->
                uploads.find(DispatchFilter.of("province", null), first.next().orElseThrow(), 3));
    assertThat(serials(second)).containsExactly("S-2", "S-1");
    assertThat(second.next()).isEmpty();
    assertThat(
            serials(ask(uploads -> uploads.find(DispatchFilter.of(null, State.BLOCKED), null, 3))))
        .containsExactly("S-4");
    assertThatThrownBy(() -> ask(uploads -> uploads.find(DispatchFilter.any(), "nonsense", 3)))
        .isInstanceOf(Rejected.class);
  }

  @Test
  @DisplayName("被拒的可以重新放入队列，谁放的进台账；没被拒的不行")
  void aBlockedRecordIsReleased() {
    long blocked = plant.dispatch("S-4").id();
    ask(
        uploads -> {
          uploads.release(blocked);
          return null;
        });
    assertThat(plant.state("S-4")).isEqualTo(State.WAITING);
    assertThat(plant.dispatch("S-4").tries()).isZero();
    assertThat(entries.heard().get(0).entry().text())
        .contains("passage: S-4\n", "by: officer\n", "refused-with: 号牌颜色与车辆类型不符");

    plant.worker().runOnce();
    assertThat(plant.platform.keys()).containsExactly("S-1", "S-2", "S-3", "S-4", "S-5");

    assertThatThrownBy(
            () ->
                ask(
                    uploads -> {
                      uploads.release(blocked);
                      return null;
                    }))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("not-blocked"));
  }

  @Test
  @DisplayName("队列可按编号、日期、漏传和缺项筛选，条数准确")
  void theQueueIsFiltered() {
    Instant now = plant.clock.instant();
    assertThat(serials(ask(uploads -> uploads.find(gaps(now), null, 9))))
        .containsExactly("S-5", "S-4");
    assertThat(count(gaps(now))).isEqualTo(2);
    assertThat(count(gaps(now.minusSeconds(9)))).isZero();
    DispatchFilter named =
        new DispatchFilter("province", null, RecordKind.PASSAGE, "A", "S-2", null, null, null);
    assertThat(serials(ask(uploads -> uploads.find(named, null, 9)))).containsExactly("S-2");
    DispatchFilter incomplete = DispatchFilter.of("province", null, null, Only.INCOMPLETE);
    assertThat(count(incomplete)).isEqualTo(5);
  }

  @Test
  @DisplayName("被拒的可以更正再传：台账里是新的一条，原记录不动，平台收到的是更正后的")
  void aBlockedRecordIsCorrected() {
    long blocked = plant.dispatch("S-4").id();
    assertThat(ask(uploads -> uploads.anatomy(blocked)).items())
        .filteredOn(Anatomy.Item::correctable)
        .extracting(Anatomy.Item::name, Anatomy.Item::value)
        .contains(tuple("plate", "云A12345"), tuple("color", "1"), tuple("vin", ""));
    ask(
        uploads -> {
          uploads.correct(blocked, Map.of("color", "0", "vin", "1m8gdm9axkp042788"), "行驶证为蓝牌");
          return null;
        });
    assertThat(entries.heard().get(0).entry().text())
        .contains(
            "ecogate upload-correction 1\n",
            "subject: S-4\n",
            "set-color: 0\n",
            "set-vin: 1M8GDM9AXKP042788\n",
            "reason: 行驶证为蓝牌\n",
            "by: officer\n");
    plant.worker().runOnce();
    assertThat(plant.state("S-4")).isEqualTo(State.ACCEPTED);
    Map<?, ?> sent =
        plant.platform.records().stream()
            .filter(line -> line.get("key").equals("S-4"))
            .map(line -> (Map<?, ?>) line.get("record"))
            .findFirst()
            .orElseThrow();
    assertThat(sent.get("plateColor")).isEqualTo("0");
    assertThat(sent.get("vin")).isEqualTo("1M8GDM9AXKP042788");
    assertThat(plant.dispatch("S-4").missing()).contains("brand-model").doesNotContain("vin");
  }

  @Test
  @DisplayName("更正要有依据、有改动、代码对得上，否则一字不写")
  void aBadCorrectionWritesNothing() {
    long blocked = plant.dispatch("S-4").id();
    rejects(blocked, Map.of("color", "0"), " ", "reason-missing");
    rejects(blocked, Map.of("color", "1"), "同前", "nothing-changed");
    rejects(blocked, Map.of("color", "9"), "看照片", "no-such-code");
    rejects(blocked, Map.of("vin", "123"), "看照片", "vin");
    rejects(blocked, Map.of("serial", "S-9"), "看照片", "nothing-changed");
    assertThat(entries.heard()).isEmpty();
    assertThat(plant.state("S-4")).isEqualTo(State.BLOCKED);
  }

  private void rejects(long dispatch, Map<String, String> typed, String reason, String code) {
    assertThatThrownBy(
            () ->
                ask(
                    uploads -> {
                      uploads.correct(dispatch, typed, reason);
                      return null;
                    }))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).startsWith(code));
  }

  @Test
  @DisplayName("一条记录的每次通话都在：第几次、何时、摘要、答复")
  void aRecordsCallsAreLaidOpen() {
    Anatomy refused = ask(uploads -> uploads.anatomy(plant.dispatch("S-4").id()));
    assertThat(refused.calls())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.getTryNo()).isEqualTo(1);
              assertThat(call.getEnding()).isEqualTo(CallMade.Ending.REFUSED);
              assertThat(call.getRequestDigest()).matches("[0-9a-f]{64}");
              assertThat(call.getAnswer()).contains("号牌颜色与车辆类型不符");
              assertThat(call.getAt()).isEqualTo(plant.clock.instant());
            });
    assertThat(refused.json()).contains("\"serialNo\": \"S-4\"");
    assertThat(ask(uploads -> uploads.anatomy(plant.dispatch("S-1").id())).calls())
        .extracting(PlatformCall::getPurpose)
        .containsExactly(CallMade.Purpose.TOKEN, CallMade.Purpose.RECORD);
  }

  @Test
  @DisplayName("断线多久、为何，状态里说得清")
  void aCutLineIsExplained() {
    plant.platformGoesDown();
    plant.worker().runOnce();
    plant.clock.forward(Duration.ofMinutes(90));
    PlatformStatus status = ask(Uploads::platforms).get(0);
    assertThat(status.online()).isFalse();
    assertThat(status.complaint().orElseThrow()).startsWith("连不上平台");
    assertThat(status.sentence(plant.clock.instant())).startsWith("线路中断 1 小时，记录留存待传。");
  }

  private long count(DispatchFilter filter) {
    Long count = ask(uploads -> uploads.count(filter));
    return count;
  }

  private <T> T ask(Function<Uploads, T> question) {
    return database.inTransaction(
        em -> {
          return question.apply(uploads(em));
        });
  }

  private Uploads uploads(EntityManager em) {
    Uploads uploads = new Uploads();
    uploads.em = em;
    uploads.lineStates = new LineStates();
    uploads.lineStates.em = em;
    uploads.lineStates.platforms = plant.platforms();
    uploads.platforms = plant.platforms();
    uploads.writer = plant.writer();
    uploads.notice = new ChangeNotice();
    uploads.ledger = new Ledger(em, plant.clock, entries);
    uploads.clock = plant.clock;
    uploads.session = calledBy("officer");
    return uploads;
  }

  private static SessionContext calledBy(String user) {
    Principal principal = () -> user;
    return (SessionContext)
        Proxy.newProxyInstance(
            UploadsIT.class.getClassLoader(),
            new Class<?>[] {SessionContext.class},
            (proxy, method, args) -> {
              assertThat(method.getName()).isEqualTo("getCallerPrincipal");
              return principal;
            });
  }

  private static DispatchFilter gaps(Instant from) {
    return DispatchFilter.of("province", from, from.plusSeconds(1), Only.GAP);
  }

  private static List<String> serials(Slice<Dispatch> slice) {
    return slice.rows().stream().map(Dispatch::subject).toList();
  }
}
