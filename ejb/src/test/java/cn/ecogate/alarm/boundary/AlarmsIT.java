package cn.ecogate.alarm.boundary;

import static cn.ecogate.alarm.entity.Alarm.Kind.DEVICE_SILENT;
import static cn.ecogate.alarm.entity.Alarm.Kind.UNEXPLAINED_LIFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.AlarmFilter;
import cn.ecogate.alarm.entity.AlarmFilter.Which;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.testing.Clause;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.Slice;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An alarm's life in the real database. */
@Clause("HJ 1321-2023 告警")
class AlarmsIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final HeardEvents<AlarmsChanged> news = new HeardEvents<>();

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("同一件事未了结时再次发生，只增加次数和最近时间")
  void aRepeatOnlyCounts() {
    Instant first = clock.instant();
    raise("A-01", "第一句");
    clock.forward(Duration.ofMinutes(3));
    raise("A-01", "第二句");
    raise("A-02", "另一条车道");
    Alarm alarm = all().get(1);
    assertThat(all()).hasSize(2);
    assertThat(alarm.getSentence()).isEqualTo("第一句");
    assertThat(alarm.getOccurrences()).isEqualTo(2);
    assertThat(alarm.getRaisedAt()).isEqualTo(first);
    assertThat(alarm.getLastAt()).isEqualTo(first.plusSeconds(180));
    assertThat(news.heard()).hasSize(3);
  }

  @Test
  @DisplayName("同一辆车每天告警一次：没有了结的只计次，当天已关闭的不再告警，次日再来才是新的")
  void aVehicleIsAlarmedAboutOnceADay() {
    onceADay("云A12345（黄）");
    clock.forward(Duration.ofSeconds(10));
    onceADay("云A12345（黄）");
    onceADay("云A54321（黄）");
    assertThat(all()).extracting(Alarm::getOccurrences).containsExactly(1, 2);
    long id = all().get(1).getId();
    ask("guard", alarms -> alarms.close(id, Alarm.Finding.DEALT_WITH, "已劝返"));
    onceADay("云A12345（黄）");
    assertThat(all()).hasSize(2);
    assertThat(all().get(1).getState()).isEqualTo(Alarm.State.CLOSED);
    clock.forward(Duration.ofHours(12));
    onceADay("云A12345（黄）");
    assertThat(all()).hasSize(3);
    assertThat(all().get(0).isStanding()).isTrue();
  }

  @Test
  @DisplayName("很多线程同时告警，仍然只有一条，一次不少")
  void manyRaiseAtOnce() throws Exception {
    int hands = 8;
    CyclicBarrier together = new CyclicBarrier(hands);
    ExecutorService threads = Executors.newFixedThreadPool(hands);
    try {
      List<Callable<Object>> raises =
          IntStream.range(0, hands)
              .<Callable<Object>>mapToObj(
                  hand ->
                      () -> {
                        together.await();
                        raise("A-01", "道闸升起");
                        return null;
                      })
              .toList();
      for (Future<Object> done : threads.invokeAll(raises)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(all()).singleElement().extracting(Alarm::getOccurrences).isEqualTo(hands);
  }

  @Test
  @DisplayName("确认记下谁和何时，进台账；再确认一次不改")
  void anAcknowledgementIsKeptAndProvable() {
    raise("A-01", "道闸升起");
    long id = all().get(0).getId();
    Alarm seen = ask("guard", alarms -> alarms.acknowledge(id));
    assertThat(seen.getState()).isEqualTo(Alarm.State.ACKNOWLEDGED);
    ask("officer", alarms -> alarms.acknowledge(id));
    assertThat(all().get(0).getAcknowledgedBy()).isEqualTo("guard");
    assertThat(entries(id))
        .singleElement()
        .extracting(LedgerEntry::text)
        .asString()
        .contains(
            "act: alarm-acknowledged\n",
            "kind: UNEXPLAINED_LIFT\n",
            "sentence: 道闸升起\n",
            "by: guard\n");
  }

  @Test
  @DisplayName("关闭必须写原因；关闭之后同样的事是一条新告警")
  void aClosedAlarmMakesRoomForTheNext() {
    raise("A-01", "道闸升起");
    long id = all().get(0).getId();
    assertThatThrownBy(
            () -> ask("guard", alarms -> alarms.close(id, Alarm.Finding.SOMETHING_ELSE, "  ")))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("cause-missing"));
    ask("guard", alarms -> alarms.close(id, Alarm.Finding.DEALT_WITH, " 消防车救援，经值班长同意 "));
    raise("A-01", "又升起");
    assertThat(all())
        .extracting(Alarm::getState)
        .containsExactly(Alarm.State.RAISED, Alarm.State.CLOSED);
    assertThat(all().get(1).getCause()).isEqualTo("消防车救援，经值班长同意");
    assertThat(entries(id).get(0).text()).contains("cause: 消防车救援，经值班长同意\n", "by: guard\n");
    assertThatThrownBy(() -> ask("guard", alarms -> alarms.acknowledge(id)))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("alarm-over"))
        .hasMessageContaining("已关闭");
  }

  @Test
  @DisplayName("原因消失自动恢复；没有告警时恢复什么也不做")
  void aClearedAlarmIsOver() {
    desk(desk -> desk.clear(DEVICE_SILENT, "A-01-camera"));
    desk(desk -> desk.raise(DEVICE_SILENT, "A-01-camera", "摄像机 60 秒没有数据"));
    clock.forward(Duration.ofSeconds(90));
    desk(desk -> desk.clear(DEVICE_SILENT, "A-01-camera"));
    Alarm alarm = all().get(0);
    assertThat(alarm.getState()).isEqualTo(Alarm.State.CLEARED);
    assertThat(alarm.getOverAt()).isEqualTo(clock.instant());
    assertThat(ask("guard", Alarms::standing)).isZero();
  }

  @Test
  @DisplayName("可按处理情况、种类、对象筛选，一页一页不重不漏")
  void filtersCombineAndPagesFollow() {
    IntStream.rangeClosed(1, 5).forEach(lane -> raise("A-0" + lane, "道闸升起"));
    desk(desk -> desk.raise(DEVICE_SILENT, "A-01-camera", "没有数据"));
    desk(desk -> desk.clear(UNEXPLAINED_LIFT, "A-05"));
    ask("guard", alarms -> alarms.acknowledge(all().get(5).getId()));
    assertThat(count(Which.STANDING, null, null)).isEqualTo(5);
    assertThat(count(Which.UNACKNOWLEDGED, null, null)).isEqualTo(4);
    assertThat(count(Which.OVER, null, null)).isEqualTo(1);
    assertThat(count(null, DEVICE_SILENT, null)).isEqualTo(1);
    assertThat(count(null, null, "A-01")).isEqualTo(2);
    assertThat(count(null, null, "%")).isZero();
    Slice<Alarm> page = ask("guard", alarms -> alarms.find(AlarmFilter.any(), null, 4));
    Slice<Alarm> rest =
        ask("guard", alarms -> alarms.find(AlarmFilter.any(), page.next().orElseThrow(), 4));
    assertThat(page.rows()).extracting(Alarm::getSubject).startsWith("A-01-camera", "A-05");
    assertThat(rest.rows()).extracting(Alarm::getSubject).containsExactly("A-02", "A-01");
    assertThat(rest.next()).isEmpty();
  }

  private void onceADay(String vehicle) {
    desk(desk -> desk.raiseOnceADay(Alarm.Kind.LISTED_VEHICLE, vehicle, vehicle + "被拒绝入厂"));
  }

  private void raise(String subject, String sentence) {
    desk(desk -> desk.raise(UNEXPLAINED_LIFT, subject, sentence));
  }

  private void desk(java.util.function.Consumer<AlarmDesk> act) {
    database.inTransaction(
        em -> {
          act.accept(new AlarmDesk(em, clock, news));
        });
  }

  private long count(Which which, Alarm.Kind kind, String subject) {
    return ask("guard", alarms -> alarms.count(new AlarmFilter(which, kind, subject)));
  }

  private List<Alarm> all() {
    return ask("guard", alarms -> alarms.find(AlarmFilter.any(), null, 50).rows());
  }

  private List<LedgerEntry> entries(long id) {
    return database.inTransaction(
        em -> {
          return new Ledger(em, clock, new HeardEvents<>()).about("audit", "alarm:" + id);
        });
  }

  private <T> T ask(String who, Function<Alarms, T> question) {
    return database.inTransaction(
        em -> {
          Alarms alarms = new Alarms();
          alarms.em = em;
          alarms.clock = clock;
          alarms.changed = news;
          alarms.ledger = new Ledger(em, clock, new HeardEvents<>());
          alarms.session = SignedIn.as(who);
          return question.apply(alarms);
        });
  }
}
