package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.ledger.entity.RecordText;
import cn.ecogate.simulator.platform.FailMode;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.ReceivedListing;
import cn.ecogate.testing.Clause;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.control.Incoming.Rows;
import cn.ecogate.uplink.entity.Exchange;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.vocabulary.AlertLevel;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the platform sends down is in force as sent, once, whole or not at all. */
@Clause("HJ 1321-2023 信息管理与接收：接收下发的名单、预警、策略和违规信息")
class ReceiverIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final Duration A_MINUTE = Duration.ofSeconds(61);

  @TempDir Path dataDir;
  private ReceivingPlant plant;

  @BeforeEach
  void start() throws SQLException, IOException {
    database.empty();
    plant = new ReceivingPlant(database, dataDir);
  }

  @AfterEach
  void stop() {
    plant.close();
  }

  @Test
  @DisplayName("先取全量，再只取变化：列入、更新、解除各记一笔，门岗得到通知，一小时后自行关闭")
  void theListComesWholeAndThenByItsChanges() {
    plant.lists("云A10001", "遥感监测超标");
    plant.lists("云A10002", "路检超标");
    Receiver node = plant.node();
    assertThat(node.runOnce()).isEqualTo(1);
    assertThat(plant.listed()).containsExactly("云A10001", "云A10002");

    plant.later(A_MINUTE);
    plant.releases("云A10001");
    plant.lists("云A10002", "复检仍超标");
    plant.lists("云A10003", "入户抽查超标");
    node.runOnce();
    assertThat(plant.listed()).containsExactly("云A10002", "云A10003");
    assertThat(plant.receipts())
        .extracting(Receipt::isWhole, Receipt::getSentence)
        .containsExactly(tuple(true, "超标车辆名单：新增 2。"), tuple(false, "超标车辆名单：新增 1，更新 1，解除 1。"));
    assertThat(plant.lines(plant.receipts().get(1)))
        .containsExactlyInAnyOrder("解除 云A10001 平台解除", "更新 云A10002 复检仍超标", "新增 云A10003 入户抽查超标");
    assertThat(plant.standing(Alarm.Kind.LIST_CHANGED))
        .containsExactly("省级平台更新了超标车辆名单：新增 1，更新 1，解除 1。");

    plant.later(Duration.ofMinutes(61));
    plant.new LocalInbox().closeNotices();
    assertThat(plant.standing(Alarm.Kind.LIST_CHANGED)).isEmpty();
  }

  @Test
  @DisplayName("没有变化就不留痕：一天问一千多次，只留下真正变了的")
  void nothingNewLeavesNoReceipt() {
    plant.lists("云A10001", "遥感监测超标");
    Receiver node = plant.node();
    node.runOnce();
    for (int minute = 0; minute < 5; minute++) {
      plant.later(A_MINUTE);
      assertThat(node.runOnce()).isZero();
    }
    assertThat(plant.receipts()).hasSize(1);
    assertThat(plant.subscription(ReceiptKind.EXCEEDING).heardAt())
        .contains(plant.plant.clock.instant());
  }

  @Test
  @DisplayName("每天一次全量：增量里漏掉的解除，全量时补上")
  void theWholeListPutsRightWhatTheChangesMissed() throws IOException {
    plant.lists("云A10001", "遥感监测超标");
    Receiver node = plant.node();
    node.runOnce();
    // Another platform's memory: it never said that the vehicle was released.
    plant.plant.platformGoesDown();
    Files.delete(dataDir.resolve("platform/orders.jsonl"));
    plant.plant.platformComesBack();
    plant.lists("云A10009", "路检超标");
    plant.later(Duration.ofHours(25));
    node.runOnce();
    assertThat(plant.listed()).containsExactly("云A10009");
    assertThat(plant.receipts().get(1).isWhole()).isTrue();
  }

  @Test
  @DisplayName("长名单分页取齐才生效")
  void aLongListCountsWhenAllItsPagesAreThere() {
    for (int i = 0; i < 120; i++) {
      plant.lists("云A2" + String.format("%04d", i), "遥感监测超标");
    }
    plant.node().runOnce();
    assertThat(plant.listed()).hasSize(120);
    assertThat(plant.receipts().get(0).getAdded()).isEqualTo(120);
  }

  @Test
  @DisplayName("读不懂的行不挡别的行，用人话说明；名单里有读不懂的行时，一辆也不解除")
  void anIllegibleRowStopsNoOtherAndReleasesNobody() throws IOException {
    plant.lists("云A10001", "遥感监测超标");
    Receiver node = plant.node();
    node.runOnce();

    plant.plant.platformGoesDown();
    Files.delete(dataDir.resolve("platform/orders.jsonl"));
    plant.plant.platformComesBack();
    plant.lists("A-0-0-0-1", "遥感监测超标");
    plant.sends("exceeding", Map.of("plateNo", "云A10003", "plateColor", "9"));
    plant.sends(
        "exceeding",
        Map.of("plateNo", "云A10004", "plateColor", "1", "fuelType", "9", "vin", "123"));
    plant.later(Duration.ofHours(25));
    node.runOnce();

    assertThat(plant.listed()).containsExactly("云A10001", "云A10004");
    assertThat(plant.lines(plant.receipts().get(1)))
        .containsExactly(
            "新增 云A10004 未注明",
            "未采用 第 1 条（A-0-0-0-1）：“A-0-0-0-1”不像号牌；这一条未采用。",
            "未采用 第 2 条（云A10003）：plateColor 的代码“9”不认识；这一条未采用。",
            "部分采用 第 3 条（云A10004）：“123”不像车辆识别代号；fuelType 的代码“9”不认识；其余内容已采用。");
    assertThat(plant.receipts().get(1).getSentence()).isEqualTo("超标车辆名单：新增 1。另有 3 处读不懂，请核对。");

    plant.later(Duration.ofHours(25));
    node.runOnce();
    assertThat(plant.receipts()).as("the same oddities are told once").hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "TOKEN", "HALF", "CUT"})
  @DisplayName("平台出错、断线、只给一半、忘了令牌：名单一行也不动，好了以后取齐")
  void aFailureNeverAppliesHalfAList(FailMode mode) throws IOException {
    plant.lists("云A10001", "遥感监测超标");
    Receiver node = plant.node();
    node.runOnce();

    for (int i = 2; i < 92; i++) {
      plant.lists("云A1" + String.format("%04d", i), "遥感监测超标");
    }
    plant.orders("CL-1", Map.of());
    plant.plant.platform.fail(mode, -1);
    plant.later(A_MINUTE);
    node.runOnce();
    assertThat(plant.listed()).containsExactly("云A10001");
    assertThat(plant.strategies()).isEmpty();
    assertThat(plant.subscription(ReceiptKind.EXCEEDING).complaint()).isPresent();

    plant.plant.platform.fail(FailMode.OFF, -1);
    plant.later(Duration.ofSeconds(10));
    node.runOnce();
    assertThat(plant.listed()).hasSize(91);
    assertThat(plant.strategies()).hasSize(1);
    assertThat(plant.subscription(ReceiptKind.EXCEEDING).complaint()).isEmpty();
  }

  @Test
  @DisplayName("写到一半数据库出错：名单、策略、收讫一起作废，下次重来")
  void aFaultInTheMiddleLeavesNothing() {
    plant.lists("云A10001", "遥感监测超标");
    AtomicBoolean falling = new AtomicBoolean(true);
    Receiver node =
        plant.node(
            plant.new LocalInbox() {
              @Override
              AlarmDesk bell(EntityManager em) {
                // The last thing that is written: everything else is there already.
                if (falling.get()) {
                  throw new PersistenceException("connection lost");
                }
                return super.bell(em);
              }
            });
    node.runOnce();
    assertThat(plant.listed()).isEmpty();
    assertThat(plant.receipts()).isEmpty();
    assertThat(acts("exceeding:province")).isEmpty();

    falling.set(false);
    plant.later(Receiver.LEASE.plusSeconds(1));
    assertThat(node.runOnce()).isEqualTo(1);
    assertThat(plant.listed()).containsExactly("云A10001");
  }

  @Test
  @DisplayName("两个节点同时到点：只有一个去问，同一份名单只生效一次")
  void oneReceiptWorksOnceOnTwoNodes() {
    plant.lists("云A10001", "遥感监测超标");
    List<String> asked = new ArrayList<>();
    Receiver second = plant.node();
    Receiver first =
        plant.node(
            plant.new LocalInbox() {
              @Override
              public Optional<Receipt> takeListings(
                  Terms terms, Exchange exchange, Rows<ReceivedListing> sent) {
                // The other one comes between the question and the taking.
                asked.add("first");
                assertThat(second.runOnce()).isZero();
                return super.takeListings(terms, exchange, sent);
              }
            });
    assertThat(first.runOnce()).isEqualTo(1);
    assertThat(asked).containsExactly("first");
    assertThat(plant.receipts()).hasSize(1);
    assertThat(plant.listed()).containsExactly("云A10001");
  }

  @Test
  @DisplayName("问了就死的节点：租约到期后由别的节点取齐；迟到的那份不再生效")
  void aDeadNodesQuestionIsAskedAgain() {
    plant.lists("云A10001", "遥感监测超标");
    Receiver second = plant.node();
    Receiver late =
        plant.node(
            plant.new LocalInbox() {
              @Override
              public Optional<Receipt> takeListings(
                  Terms terms, Exchange exchange, Rows<ReceivedListing> sent) {
                plant.later(Receiver.LEASE.plusSeconds(1));
                assertThat(second.runOnce()).isEqualTo(1);
                plant.releases("云A10001");
                plant.later(A_MINUTE);
                assertThat(second.runOnce()).isEqualTo(1);
                return super.takeListings(terms, exchange, sent);
              }
            });
    late.runOnce();
    assertThat(plant.listed()).isEmpty();
  }

  @Test
  @DisplayName("橙色预警下发：即刻成为管控策略，随同一条台账确认回平台，一次不多")
  void anOrderIsInForceAndConfirmed() {
    plant.orders("CL-2026-07", Map.of("content", "加强扬尘管控"));
    Receiver node = plant.node();
    UploadWorker worker = plant.plant.worker();
    node.runOnce();
    ControlStrategy strategy = plant.strategies().get(0);
    assertThat(strategy.alert()).isEqualTo(AlertLevel.ORANGE);
    assertThat(strategy.restrictions()).isNotEmpty();
    assertThat(plant.standing(Alarm.Kind.STRATEGY_RECEIVED))
        .containsExactly(
            "平台橙色预警 CL-2026-07：11 月 21 日 22:00 起，至 11 月 22 日 22:00，" + "国四及以下重型柴油、天然气货车禁行；加强扬尘管控。");
    worker.runOnce();
    plant.later(A_MINUTE);
    node.runOnce();
    worker.runOnce();
    assertThat(confirmations())
        .extracting(card -> card.get("strategyNo"), card -> card.get("confirmType"))
        .containsExactly(tuple("CL-2026-07", "1"));

    plant.orders("CL-2026-07", Map.of("content", "加强扬尘管控", "withdrawn", "1"));
    plant.later(A_MINUTE);
    node.runOnce();
    worker.runOnce();
    assertThat(plant.strategies().get(0).until()).contains(plant.strategies().get(0).from());
    assertThat(confirmations())
        .extracting(card -> card.get("confirmType"))
        .containsExactly("1", "2");
    assertThat(plant.standing(Alarm.Kind.STRATEGY_RECEIVED))
        .containsExactly("平台撤销了“平台橙色预警 CL-2026-07”，即刻恢复其余管控。");
  }

  @Test
  @DisplayName("平台收确认时断线：确认留在队列里，线路恢复后补上")
  void aConfirmationSurvivesTheLine() throws IOException {
    plant.orders("CL-1", Map.of());
    Receiver node = plant.node();
    UploadWorker worker = plant.plant.worker();
    node.runOnce();
    plant.plant.platformGoesDown();
    worker.runOnce();
    plant.plant.platformComesBack();
    plant.plant.heartbeat().runOnce();
    worker.runOnce();
    assertThat(confirmations()).hasSize(1);
  }

  @Test
  @DisplayName("结束早于开始的策略不采用也不确认；不认识的等级和措施不会放松管控")
  void anOrderThatMakesNoSenseIsToldAndNotConfirmed() {
    plant.orders("CL-1", Map.of("endTime", "2026-11-20 00:00:00"));
    plant.orders("CL-2", Map.of("endTime", "月底"));
    plant.orders("CL-3", Map.of("alertLevel", "9", "measures", "2,77"));
    plant.node().runOnce();
    plant.plant.worker().runOnce();
    assertThat(plant.strategies()).hasSize(1);
    ControlStrategy kept = plant.strategies().get(0);
    assertThat(kept.alert()).isEqualTo(AlertLevel.OTHER);
    assertThat(kept.measure()).endsWith("；平台措施代码 77，含义请与主管部门核实");
    assertThat(kept.restrictions()).isNotEmpty();
    assertThat(plant.lines(plant.receipts().get(0)))
        .contains(
            "未采用 第 1 条（CL-1）：结束时间不晚于开始时间；这一条未采用。",
            "未采用 第 2 条（CL-2）：endTime 的时间“月底”读不懂；这一条未采用。",
            "部分采用 第 3 条（CL-3）：alertLevel 的代码“9”不认识；measures 的代码“77”不认识；其余内容已采用。");
    assertThat(confirmations()).extracting(card -> card.get("strategyNo")).containsExactly("CL-3");
  }

  @Test
  @DisplayName("违规通报进登记册，改了记改了，重发不重记；每笔都在台账里")
  void violationsAreKeptInARegister() {
    Map<String, Object> alarm =
        Map.of(
            "alarmNo", "WG-1",
            "plateNo", "云A10001",
            "plateColor", "1",
            "inTime", "2026-11-21 15:02:00",
            "reason", "橙色预警期间国四车辆进厂");
    plant.sends("violation", alarm);
    Receiver node = plant.node();
    node.runOnce();
    assertThat(plant.lines(plant.receipts().get(0))).containsExactly("新增 云A10001 橙色预警期间国四车辆进厂");
    assertThat(plant.standing(Alarm.Kind.VIOLATION_RECEIVED))
        .containsExactly("平台通报 云A10001（黄）违规，11 月 21 日 15:02 进厂：橙色预警期间国四车辆进厂。");

    plant.sends("violation", alarm);
    plant.later(Duration.ofMinutes(3));
    assertThat(node.runOnce()).isZero();
    plant.sends(
        "violation",
        Map.of("alarmNo", "WG-1", "plateNo", "云A10001", "plateColor", "1", "reason", "已核销"));
    plant.later(Duration.ofMinutes(3));
    node.runOnce();
    assertThat(plant.lines(plant.receipts().get(1))).containsExactly("更新 云A10001 已核销");
    assertThat(acts("violation:1")).containsExactly("violation-received", "violation-amended");
  }

  @Test
  @DisplayName("长时间取不到：门岗照旧按原名单，超过时限告警一次，取到即恢复")
  void whatHasGrownOldIsTold() throws IOException {
    plant.lists("云A10001", "遥感监测超标");
    Receiver node = plant.node();
    ListWatch watch = plant.watch();
    node.runOnce();
    watch.runOnce();
    plant.plant.platformGoesDown();
    plant.later(Duration.ofHours(3));
    node.runOnce();
    watch.runOnce();
    assertThat(plant.listed()).containsExactly("云A10001");
    assertThat(plant.standing(Alarm.Kind.LIST_OLD))
        .containsExactly("省级平台：管控策略已有 3 小时没有从平台取到。道闸仍按最后一次取到的内容放行和拦车，请检查线路并向主管部门核实有无新的要求。");
    plant.plant.platformComesBack();
    plant.later(Duration.ofHours(1));
    node.runOnce();
    watch.runOnce();
    assertThat(plant.standing(Alarm.Kind.LIST_OLD)).isEmpty();
  }

  @SuppressWarnings("unchecked") // JSON knows no types
  private List<Map<String, Object>> confirmations() {
    List<Map<String, Object>> cards = new ArrayList<>();
    for (Map<String, Object> line : plant.plant.platform.cards()) {
      Map<String, Object> card = (Map<String, Object>) line.get("record");
      if ("strategyConfirm".equals(card.get("endpoint"))) {
        cards.add(card);
      }
    }
    return cards;
  }

  private List<String> acts(String subject) {
    return database.inTransaction(
        em -> {
          return plant.plant.ledger(em).about("audit", subject).stream()
              .map(entry -> RecordText.of(entry.text()).value("act").orElseThrow())
              .toList();
        });
  }
}
