package cn.ecogate.release.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.release.entity.Cause;
import cn.ecogate.release.entity.NewExemption;
import cn.ecogate.release.entity.NewRelease;
import cn.ecogate.release.entity.Release;
import cn.ecogate.release.entity.Release.State;
import cn.ecogate.release.entity.ReleaseFilter;
import cn.ecogate.release.entity.ReleaseOutcome;
import cn.ecogate.testing.Clause;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.vocabulary.Rejected;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letting vehicles in by a person's decision, in the real database. */
@Clause("HJ 1321-2023 特批放行")
class ReleaseIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final ReleasePlant plant = new ReleasePlant(database);
  private final ReleaseDesk guard = plant.desk("guard");
  private final ReleaseDesk officer = plant.desk("officer");
  private final ReleaseDesk admin = plant.desk("admin");

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("值守人员放行：先记台账再抬杆，台账条目指名那次通行")
  void aGuardsReleaseIsRecordedThenOpened() {
    Passage truck = plant.asksTheGuard("云A12345");
    Release release = guard.release(plant.wish(truck)).release();
    assertThat(plant.lane).containsExactly("open 云A12345");
    assertThat(release.getState()).isEqualTo(State.RELEASED);
    assertThat(release.getBarrierOutcome()).isEqualTo(Acknowledgement.Outcome.DONE);
    assertThat(plant.entries("release", truck.getSerialNo() + "-R"))
        .singleElement()
        .extracting(LedgerEntry::text)
        .asString()
        .contains(
            "settles: " + truck.getSerialNo() + "\n",
            "passage-entry: " + truck.getLedgerSeq() + "\n",
            "outcome: ADMITTED\n",
            "verdict: NEEDS_GUARD\n",
            "release: GUARD\n",
            "entered-by: guard\n",
            "note: 人工放行：已核对行驶证、随车清单，随车清单为国六，当场核对（guard）\n");
    assertThat(plant.ask(em -> plant.ledger(em).verify()).faults()).isEmpty();
  }

  @Test
  @DisplayName("重复点击只放行一次，只抬一次杆")
  void theSameRequestOpensOnce() {
    Passage truck = plant.asksTheGuard("云A12345");
    Release first = guard.release(plant.wish(truck)).release();
    Release again = guard.release(plant.wish(truck)).release();
    assertThat(again.getId()).isEqualTo(first.getId());
    assertThat(plant.lane).hasSize(1);
  }

  @Test
  @DisplayName("两名值守人员同时放行同一辆车：一人成功，另一人得到说明，只抬一次杆")
  void twoGuardsReleaseOnce() throws Exception {
    Passage truck = plant.asksTheGuard("云A12345");
    List<Object> both =
        together(() -> guard.release(plant.wish(truck)), () -> officer.release(plant.wish(truck)));
    assertThat(both).filteredOn(one -> one instanceof ReleaseOutcome.Opened).hasSize(1);
    assertThat(both)
        .filteredOn(one -> one instanceof Rejected)
        .singleElement()
        .extracting(why -> ((Rejected) why).code())
        .isEqualTo("released-meanwhile");
    assertThat(plant.lane).hasSize(1);
    assertThat(plant.entries("release", truck.getSerialNo() + "-R")).hasSize(1);
  }

  @Test
  @DisplayName("台账没有记下就不抬杆，什么也不留下")
  void noRecordNoOpening() {
    Passage truck = plant.asksTheGuard("云A12345");
    plant.ledgerFails = true;
    assertThatThrownBy(() -> guard.release(plant.wish(truck)))
        .isInstanceOf(IllegalStateException.class);
    plant.ledgerFails = false;
    assertThat(plant.lane).isEmpty();
    assertThat(plant.search().count(ReleaseFilter.any())).isZero();
  }

  @Test
  @DisplayName("记下之后、抬杆之前断电：记录在，结果不明，重来也不再抬杆")
  void killedBetweenRecordAndBarrier() {
    Passage truck = plant.asksTheGuard("云A12345");
    plant.killedBeforeTheBarrier = true;
    assertThatThrownBy(() -> guard.release(plant.wish(truck))).hasMessage("killed");
    plant.killedBeforeTheBarrier = false;
    Release kept = plant.search().find(ReleaseFilter.any(), null, 9).rows().get(0);
    assertThat(kept.getState()).isEqualTo(State.RELEASED);
    assertThat(kept.getBarrierOutcome()).isNull();
    plant.clock.forward(Duration.ofMinutes(1));
    assertThat(guard.release(plant.wish(truck))).isInstanceOf(ReleaseOutcome.NotOpened.class);
    assertThat(plant.lane).isEmpty();
  }

  @Test
  @DisplayName("道闸没有抬起：放行照记，结果写明道闸的原话")
  void aBarrierThatFailsIsSaid() {
    plant.barrierAnswer = Acknowledgement.Outcome.FAILED;
    ReleaseOutcome outcome = guard.release(plant.wish(plant.asksTheGuard("云A12345")));
    assertThat(outcome).isInstanceOf(ReleaseOutcome.NotOpened.class);
    assertThat(outcome.release().getBarrierWords()).isNotBlank();
  }

  @Test
  @DisplayName("记录放行时车道又来了一辆车：放行照记，不抬杆，说明为什么")
  void anotherTruckThatCameMeanwhileIsNotLetIn() {
    Passage first = plant.asksTheGuard("云A11111");
    plant.meanwhile = () -> plant.asksTheGuard("云A22222");
    ReleaseOutcome outcome = guard.release(plant.wish(first));
    assertThat(outcome).isInstanceOf(ReleaseOutcome.NotOpened.class);
    assertThat(outcome.release().getBarrierWords()).contains("又来了一辆车");
    assertThat(outcome.release().getState()).isEqualTo(State.RELEASED);
    assertThat(plant.lane).isEmpty();
  }

  @Test
  @DisplayName("被禁行的车，值守人员一人不能放行；已准行的不用放行")
  void guardsReleaseOnlyWhatTheyAreAskedAbout() {
    rejected("exemption-needed", () -> guard.release(plant.wish(plant.refused("云A12345"))));
    rejected("already-admitted", () -> guard.release(plant.wish(plant.admitted("云A22222"))));
    rejected("guard-may-release", () -> guard.ask(plant.exemption(plant.asksTheGuard("云A33333"))));
    assertThat(plant.lane).isEmpty();
  }

  @Test
  @DisplayName("后面又来了车、压过地感或等得太久，都不放行，并说明怎么办")
  void onlyTheTruckThatStandsThereIsReleased() {
    Passage first = plant.asksTheGuard("云A11111");
    plant.clock.forward(Duration.ofSeconds(40));
    Passage second = plant.asksTheGuard("云A22222");
    rejected("vehicle-gone", () -> guard.release(plant.wish(first)));
    plant.onLoop = Optional.of(plant.clock.instant().plusSeconds(20));
    rejected("vehicle-gone", () -> guard.release(plant.wish(second)));
    plant.onLoop = Optional.of(plant.clock.instant().minusSeconds(20));
    plant.clock.forward(Duration.ofMinutes(16));
    rejected("vehicle-gone", () -> guard.release(plant.wish(second)));
    assertThat(plant.lane).isEmpty();
  }

  @Test
  @DisplayName("没有理由、没写情况、照片不是 JPEG、承诺期限不对：指出是哪一项，什么也不写")
  void whatIsMissingIsSaid() {
    Passage truck = plant.refused("云A12345");
    rejected(
        "cause-missing",
        () -> guard.ask(exemption(new NewRelease("k", truck.getId(), null, "急", null), 1)));
    rejected(
        "reason-missing",
        () -> guard.ask(exemption(new NewRelease("k", truck.getId(), Cause.OTHER, " ", null), 1)));
    rejected(
        "photo-format",
        () ->
            guard.ask(
                exemption(
                    new NewRelease("k", truck.getId(), Cause.OTHER, "急", new byte[] {1, 2, 3, 4}),
                    1)));
    NewRelease good = new NewRelease("k", truck.getId(), Cause.OTHER, "急", null);
    rejected("promise-missing", () -> guard.ask(new NewExemption(good, null)));
    rejected("promise-past", () -> guard.ask(exemption(good, -1)));
    rejected("promise-far", () -> guard.ask(exemption(good, 31)));
    assertThat(plant.search().count(ReleaseFilter.any())).isZero();
  }

  @Test
  @DisplayName("特批：另一人批准后记录并抬杆，申请与放行两条都在台账里")
  void anotherPersonApproves() {
    Passage truck = plant.refused("云A12345");
    Release request = guard.ask(plant.exemption(truck));
    assertThat(request.getState()).isEqualTo(State.ASKED);
    assertThat(plant.search().waiting()).hasSize(1);
    assertThat(plant.lane).isEmpty();
    assertThat(officer.answer(request.getId(), true, "")).isInstanceOf(ReleaseOutcome.Opened.class);
    assertThat(plant.lane).containsExactly("open 云A12345");
    assertThat(plant.entries("exemption", request.getNumber()).get(0).text())
        .contains("act: asked\n", "reasons: 列入超标车辆名单\n", "by: guard\n");
    assertThat(plant.entries("release", truck.getSerialNo() + "-R").get(0).text())
        .contains(
            "request-entry: " + request.getLedgerSeq() + "\n",
            "verdict: REFUSED\n",
            "release: EXEMPTION\n",
            "approved-by: officer\n",
            "approval: 同意\n");
  }

  @Test
  @DisplayName("申请人自己审批：不允许，申请仍待审批")
  void nobodyApprovesHimself() {
    Release request = officer.ask(plant.exemption(plant.refused("云A12345")));
    rejected("approver-self", () -> officer.answer(request.getId(), true, null));
    assertThat(plant.now(request.getId()).isWaiting()).isTrue();
    assertThat(admin.answer(request.getId(), true, null)).isInstanceOf(ReleaseOutcome.Opened.class);
  }

  @Test
  @DisplayName("不批准须写理由，司机在屏上看到；之后可以再次申请")
  void aRefusalIsTold() {
    Passage truck = plant.refused("云A12345");
    Release request = guard.ask(plant.exemption(truck));
    rejected("reason-missing", () -> officer.answer(request.getId(), false, " "));
    assertThat(officer.answer(request.getId(), false, "无抢修任务单"))
        .isInstanceOf(ReleaseOutcome.Declined.class);
    assertThat(plant.lane).containsExactly("turn away 云A12345 无抢修任务单");
    assertThat(plant.entries("exemption", request.getNumber()).get(1).text())
        .contains("act: over\n", "how: DECLINED\n", "words: 无抢修任务单\n", "by: officer\n");
    assertThat(guard.ask(plant.exemption(truck, "again")).getNumber()).endsWith("-E2");
  }

  @Test
  @DisplayName("五分钟无人审批即过期，过期本身也记入台账；迟到的批准不抬杆")
  void nobodyAnswersInTime() {
    Release request = guard.ask(plant.exemption(plant.refused("云A12345")));
    plant.clock.forward(Duration.ofMinutes(5));
    plant.clockwork().runOnce();
    plant.clockwork().runOnce();
    assertThat(plant.now(request.getId()).getState()).isEqualTo(State.EXPIRED);
    assertThat(plant.entries("exemption", request.getNumber())).hasSize(2);
    assertThat(officer.answer(request.getId(), true, null))
        .isInstanceOf(ReleaseOutcome.TooLate.class);
    assertThat(plant.lane).containsExactly("turn away 云A12345 特批未在限定时间内获批");
  }

  @Test
  @DisplayName("审批前车已离开：记为车辆已离开，不抬杆")
  void theTruckLeaves() {
    Release request = guard.ask(plant.exemption(plant.refused("云A12345")));
    plant.clock.forward(Duration.ofSeconds(30));
    plant.refused("云A99999");
    assertThat(officer.answer(request.getId(), true, null).release().getState())
        .isEqualTo(State.GONE);
    assertThat(plant.lane).isEmpty();
  }

  @Test
  @DisplayName("撤回只能由本人；撤回后批准无效")
  void takenBack() {
    Release request = guard.ask(plant.exemption(plant.refused("云A12345")));
    rejected("withdraw-other", () -> officer.withdraw(request.getId()));
    assertThat(guard.withdraw(request.getId()).getState()).isEqualTo(State.WITHDRAWN);
    assertThat(officer.answer(request.getId(), true, null))
        .isInstanceOf(ReleaseOutcome.TooLate.class);
    assertThat(plant.lane).isEmpty();
  }

  @RepeatedTest(8)
  @DisplayName("批准、拒绝、撤回、到期、再批准同一刻发生：恰有一个结果")
  void exactlyOneOutcome() throws Exception {
    Release request = guard.ask(plant.exemption(plant.refused("云A12345")));
    long id = request.getId();
    plant.clock.set(request.getExpiresAt().minusMillis(1));
    together(
        () -> officer.answer(id, true, null),
        () -> admin.answer(id, true, null),
        () -> admin.answer(id, false, "不同意"),
        () -> guard.withdraw(id),
        () -> {
          plant.clock.set(request.getExpiresAt());
          plant.clockwork().runOnce();
          return null;
        });
    State end = plant.now(id).getState();
    assertThat(end).isNotEqualTo(State.ASKED);
    assertThat(plant.entries("exemption", request.getNumber()))
        .hasSize(end == State.RELEASED ? 1 : 2);
    assertThat(plant.entries("release", request.getPassageSerial() + "-R"))
        .hasSize(end == State.RELEASED ? 1 : 0);
    assertThat(plant.lane.stream().filter(act -> act.startsWith("open")))
        .hasSize(end == State.RELEASED ? 1 : 0);
    assertThat(plant.ask(em -> plant.ledger(em).verify()).faults()).isEmpty();
  }

  @Test
  @DisplayName("承诺的备案逾期告警一次；备案做成即自动了结，告警恢复")
  void aPromiseIsFollowed() {
    Passage truck = plant.refused("云A12345");
    Release request = guard.ask(plant.exemption(truck));
    officer.answer(request.getId(), true, null);
    follow();
    assertThat(alarms()).isEmpty();
    plant.clock.forward(Duration.ofDays(4));
    follow();
    follow();
    assertThat(alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.getKind()).isEqualTo(Alarm.Kind.PROMISE_OVERDUE);
              assertThat(alarm.getOccurrences()).isEqualTo(1);
            });
    assertThat(count(ReleaseFilter.Promise.OVERDUE)).isEqualTo(1);
    Vehicle filing = new Vehicle();
    filing.setChangedAt(plant.clock.instant());
    plant.filed = Optional.of(filing);
    follow();
    assertThat(plant.now(request.getId()).getKeptAt()).isEqualTo(plant.clock.instant());
    assertThat(alarms().get(0).isStanding()).isFalse();
    assertThat(count(ReleaseFilter.Promise.OPEN)).isZero();
    assertThat(count(ReleaseFilter.Promise.KEPT)).isEqualTo(1);
    rejected("promise-closed", () -> officer.keepPromise(request.getId(), "文号 12"));
  }

  private void follow() {
    ExemptionClock work = plant.clockwork();
    work.lookAfterPromises();
  }

  private long count(ReleaseFilter.Promise promise) {
    return plant.search().count(new ReleaseFilter(null, null, null, "a12345", null, null, promise));
  }

  private List<Alarm> alarms() {
    return plant.ask(
        em -> em.createQuery("SELECT a FROM Alarm a ORDER BY a.id", Alarm.class).getResultList());
  }

  private NewExemption exemption(NewRelease wanted, int days) {
    return new NewExemption(wanted, plant.clock.instant().plus(Duration.ofDays(days)));
  }

  private static void rejected(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Rejected.class, why -> assertThat(why.code()).isEqualTo(code));
  }

  /** Lets all of them go at the same moment; what each returned, or the mistake it was told. */
  @SafeVarargs
  private static List<Object> together(Callable<Object>... acts) throws Exception {
    CyclicBarrier start = new CyclicBarrier(acts.length);
    ExecutorService threads = Executors.newFixedThreadPool(acts.length);
    try {
      List<Future<Object>> all =
          List.of(acts).stream()
              .map(
                  act ->
                      threads.submit(
                          () -> {
                            start.await();
                            try {
                              return Optional.ofNullable(act.call()).orElse("done");
                            } catch (Rejected told) {
                              return told;
                            }
                          }))
              .toList();
      List<Object> results = new java.util.ArrayList<>();
      for (Future<Object> one : all) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
