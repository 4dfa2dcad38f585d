package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Verdict;
import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.device.boundary.BarrierMoved;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.Acknowledgement.Outcome;
import cn.ecogate.device.entity.BarrierState.Position;
import cn.ecogate.device.entity.LockMode;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.control.PassageText;
import cn.ecogate.passage.entity.BarrierFilter;
import cn.ecogate.passage.entity.BarrierLock;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.BarrierRecord.Kind;
import cn.ecogate.passage.entity.Opening;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Site;
import cn.ecogate.testing.Clause;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.Rejected;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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

/** What barriers did without a passage, in the real database. */
@Clause("HJ 1321-2023 手动起杆")
class BarrierBookIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final BarrierMoved LIFT =
      new BarrierMoved(
          "A-01", Position.MOVING, false, true, Instant.parse("2026-11-21T06:03:07.123456Z"));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T06:03:08Z"));

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("手动起杆进台账并告警；同一次起杆重复上报只有一条")
  void aLiftIsRecordedOnce() {
    write(book -> book.lift(LIFT));
    write(book -> book.lift(LIFT));
    BarrierRecord lift = all().get(0);
    assertThat(all()).hasSize(1);
    assertThat(lift.getSentence()).isEqualTo("A-01 道闸在 14:03:07 无指令升起（手动起杆）");
    assertThat(lift.isWaiting()).isTrue();
    assertThat(entries("lift", lift.getRecordKey()))
        .singleElement()
        .extracting(LedgerEntry::text)
        .asString()
        .contains("kind: UNEXPLAINED_LIFT\n", "position: MOVING\n", "lane: A-01\n");
    assertThat(alarms()).singleElement().extracting(Alarm::getOccurrences).isEqualTo(1);
    assertThat(alarms().get(0).getSentence()).isEqualTo(lift.getSentence());
  }

  @Test
  @DisplayName("同一次起杆同时从几处报来，仍然只有一条")
  void aLiftToldByManyIsRecordedOnce() throws Exception {
    int hands = 4;
    CyclicBarrier together = new CyclicBarrier(hands);
    ExecutorService threads = Executors.newFixedThreadPool(hands);
    try {
      List<Future<Boolean>> tries =
          IntStream.range(0, hands)
              .mapToObj(
                  hand ->
                      threads.submit(
                          () -> {
                            together.await();
                            return written();
                          }))
              .toList();
      for (Future<Boolean> one : tries) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    write(book -> book.lift(LIFT));
    assertThat(all()).hasSize(1);
    assertThat(ask(em -> ledger(em).verify()).faults()).isEmpty();
    assertThat(alarms()).singleElement().extracting(Alarm::getOccurrences).isEqualTo(1);
  }

  /** A try that the unique key refuses is brought again by the adapter. */
  private boolean written() {
    try {
      write(book -> book.lift(LIFT));
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  @Test
  @DisplayName("抬杆后是否通过不明：进台账，不告警，也不要谁说明；同一次抬杆只有一条")
  void whatNobodySawIsRecordedAsSuch() {
    Opening opening = new Opening("A-01", "S-1", " 云A12345 ", LIFT.at(), Duration.ofSeconds(30));
    write(book -> book.passingUnknown(opening, Optional.of(LIFT.at().plusSeconds(20))));
    write(book -> book.passingUnknown(opening, Optional.empty()));
    assertThat(all())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.isWaiting()).isFalse();
              assertThat(record.getSentence())
                  .isEqualTo(
                      "A-01 道闸在 14:03:07 为 云A12345 抬起，其间道闸控制器失去联系或系统重新启动，"
                          + "14:03:27 才恢复，此后没有车辆经过地感；此前是否有车通过不得而知");
            });
    assertThat(alarms()).isEmpty();
    assertThat(count(new BarrierFilter(null, null, true))).isZero();
    assertThat(entries("passing-unknown", all().get(0).getRecordKey())).hasSize(1);
  }

  @Test
  @DisplayName("刚记下无车通过就被强杀，重启后不再记一条不明")
  void whatIsKnownDoesNotBecomeUnknown() {
    Opening opening = new Opening("A-01", "S-1", " 云A12345 ", LIFT.at(), Duration.ofSeconds(30));
    write(book -> book.notPassed(opening));
    write(book -> book.passingUnknown(opening, Optional.empty()));
    assertThat(all())
        .singleElement()
        .extracting(BarrierRecord::getKind)
        .isEqualTo(Kind.OPENED_NOT_PASSED);
  }

  @Test
  @DisplayName("等待中的抬杆存得下、读得回、去得掉")
  void openingsThatWaitAreKept() {
    Opening one = new Opening("A-01", "S-1", " 云A12345 ", LIFT.at(), Duration.ofSeconds(30));
    Opening two =
        new Opening("A-02", "S-2", "无牌车辆", LIFT.at().plusSeconds(1), Duration.ofSeconds(45));
    keep(List.of(one, two), List.of());
    assertThat(left()).containsExactly(one, two);
    keep(List.of(one), List.of(two));
    assertThat(left()).containsExactly(one);
    keep(List.of(), List.of(one, two));
    assertThat(left()).isEmpty();
  }

  private void keep(List<Opening> begun, List<Opening> over) {
    ask(
        em -> {
          openings(em).keep(begun, over);
          return true;
        });
  }

  private List<Opening> left() {
    return ask(em -> openings(em).left());
  }

  private static OpeningBook openings(EntityManager em) {
    OpeningBook book = new OpeningBook();
    book.em = em;
    return book;
  }

  @Test
  @DisplayName("启动时道闸已抬起：没有锁定、没有指令才算手动起杆，写明何时抬起不明；未说明前不重复")
  void aBoomFoundUpIsALift() {
    BarrierMoved found = new BarrierMoved("A-01", Position.UP, false, false, LIFT.at());
    write(book -> book.foundUp(found));
    write(
        book ->
            book.foundUp(
                new BarrierMoved("A-01", Position.UP, false, false, LIFT.at().plusSeconds(60))));
    assertThat(all())
        .singleElement()
        .satisfies(
            lift -> {
              assertThat(lift.getKind()).isEqualTo(Kind.UNEXPLAINED_LIFT);
              assertThat(lift.getSentence()).contains("系统启动时已处于抬起状态", "何时抬起不明");
            });
    assertThat(alarms()).extracting(Alarm::getKind).containsExactly(Alarm.Kind.UNEXPLAINED_LIFT);
  }

  @Test
  @DisplayName("手动起杆的照片是另一条台账记录，指明起杆那一条；第一个回答为准")
  void theCamerasAnswerIsAnEntryOfItsOwn() {
    BarrierRecord lift = ask(em -> book(em).lift(LIFT)).orElseThrow();
    String digest = "ab".repeat(32);
    write(book -> book.photographed(lift.getId(), Optional.of(digest), "摄像机已拍照（A-01-camera）"));
    write(book -> book.photographed(lift.getId(), Optional.empty(), "没有应答"));
    assertThat(all().get(0).getPhoto()).isEqualTo(digest);
    assertThat(entries("lift-photo", lift.getRecordKey()))
        .singleElement()
        .extracting(LedgerEntry::text)
        .asString()
        .contains(
            "shows-entry: " + lift.getLedgerSeq() + "\n",
            "photo: " + digest + "\n",
            "answer: 摄像机已拍照（A-01-camera）\n");
    assertThat(ask(em -> ledger(em).verify()).faults()).isEmpty();
  }

  @Test
  @DisplayName("没有拍到的也记下为什么；还没有回答的找得出来")
  void whyThereIsNoPictureIsKeptToo() {
    BarrierRecord lift = ask(em -> book(em).lift(LIFT)).orElseThrow();
    assertThat(unanswered()).extracting(BarrierRecord::getId).containsExactly(lift.getId());
    write(book -> book.photographed(lift.getId(), Optional.empty(), "A-01-camera：连接超时"));
    assertThat(unanswered()).isEmpty();
    assertThat(all().get(0).getPhoto()).isNull();
    assertThat(all().get(0).getPhotoAnswer()).isEqualTo("A-01-camera：连接超时");
    assertThat(entries("lift-photo", lift.getRecordKey())).hasSize(1);
  }

  private List<BarrierRecord> unanswered() {
    return ask(em -> search(em).notPhotographed(clock.instant().plusSeconds(1)));
  }

  @Test
  @DisplayName("启动时道闸已抬起：有锁定或刚有指令，就不是手动起杆")
  void aBoomThatWasToldToStandUpIsNone() {
    told(Kind.LOCK_OPEN, "消防疏散");
    write(book -> book.foundUp(new BarrierMoved("A-01", Position.UP, false, false, LIFT.at())));
    told(Kind.OPEN, "送检车辆");
    BarrierRecord unlock = told(Kind.UNLOCK, "疏散结束");
    write(book -> book.answered(unlock.getId(), answer(Outcome.DONE, "已解除")));
    write(book -> book.foundUp(new BarrierMoved("A-01", Position.UP, false, false, LIFT.at())));
    assertThat(all()).noneMatch(record -> record.getKind() == Kind.UNEXPLAINED_LIFT);
  }

  @Test
  @DisplayName("起杆前一分钟内拍到的车写进句子，并与它的通行相连")
  void theVehicleSeenBeforeIsNamed() {
    Passage old = passage(LIFT.at().minusSeconds(61), "云A00001");
    Passage truck = passage(LIFT.at().truncatedTo(ChronoUnit.MILLIS).minusSeconds(12), "云A12345");
    passage(LIFT.at().plusSeconds(3), "云A99999");
    write(book -> book.lift(LIFT));
    assertThat(all().get(0).getSentence()).endsWith("（手动起杆）；此前 12 秒摄像机拍到 云A12345 （禁行）");
    assertThat(ofPassage(truck)).hasSize(1);
    assertThat(ofPassage(old)).isEmpty();
  }

  @Test
  @DisplayName("逐条说明之后告警才恢复；说明进台账并指名原条目")
  void theAlarmEndsWithTheLastExplanation() {
    write(book -> book.lift(LIFT));
    write(
        book ->
            book.lift(
                new BarrierMoved("A-01", Position.UP, false, true, LIFT.at().plusSeconds(60))));
    BarrierRecord first = all().get(1);
    write(book -> book.explain(first.getId(), "guard", "消防车救援，现场手动抬杆"));
    assertThat(alarms().get(0).isStanding()).isTrue();
    write(book -> book.explain(all().get(0).getId(), "guard", "同上"));
    assertThat(alarms()).singleElement().extracting(Alarm::getState).isEqualTo(Alarm.State.CLEARED);
    assertThat(count(new BarrierFilter(null, null, true))).isZero();
    assertThat(entries("barrier-explanation", first.getRecordKey()).get(0).text())
        .contains("explains-entry: " + first.getLedgerSeq() + "\n", "by: guard\n");
    assertThatThrownBy(() -> write(book -> book.explain(first.getId(), "officer", "再说")))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("not-waiting"));
  }

  @Test
  @DisplayName("抬杆后无车通过记在那次通行名下，只记一次，通行本身不变")
  void anUnusedOpeningNamesItsPassage() {
    Passage truck = passage(TEN, "云A12345");
    Opening opening =
        new Opening("A-01", truck.getSerialNo(), " 云A12345 ", TEN, Duration.ofSeconds(30));
    write(book -> book.notPassed(opening));
    write(book -> book.notPassed(opening));
    assertThat(ofPassage(truck))
        .singleElement()
        .extracting(BarrierRecord::getSentence)
        .isEqualTo("A-01 道闸在 10:00:00 为 云A12345 抬起后，30 秒内没有车辆经过地感");
    assertThat(entries("not-passed", "not-passed/" + truck.getSerialNo()).get(0).text())
        .contains("passage: " + truck.getSerialNo() + "\n");
    assertThat(alarms()).extracting(Alarm::getKind).containsExactly(Alarm.Kind.OPENED_NOT_PASSED);
  }

  @Test
  @DisplayName("锁定先记后做：记下即生效并告警，解除成功才结束")
  void aLockLastsUntilItIsLetGo() {
    BarrierRecord lock = told(Kind.LOCK_CLOSED, "危化品泄漏");
    assertThat(locks()).extracting(BarrierLock::getMode).containsExactly(LockMode.CLOSED);
    write(book -> book.answered(lock.getId(), answer(Outcome.DONE, "道闸已锁定常闭")));
    assertThat(locks()).hasSize(1);
    assertThat(alarms().get(0).getSentence()).isEqualTo("A-01 道闸在 14:03:08 由 guard 锁定常闭：危化品泄漏");

    BarrierRecord failed = told(Kind.UNLOCK, "已处置");
    write(book -> book.answered(failed.getId(), answer(Outcome.FAILED, "没有应答")));
    assertThat(locks()).as("still held").hasSize(1);

    BarrierRecord done = told(Kind.UNLOCK, "已处置");
    write(book -> book.answered(done.getId(), answer(Outcome.DONE, "已解除")));
    assertThat(locks()).isEmpty();
    assertThat(alarms()).singleElement().extracting(Alarm::getState).isEqualTo(Alarm.State.CLEARED);
  }

  @Test
  @DisplayName("道闸不能保持的锁定不算生效，台账写明被拒")
  void aLockThatTheBarrierRefusesIsNotInForce() {
    BarrierRecord lock = told(Kind.LOCK_OPEN, "消防疏散");
    write(book -> book.answered(lock.getId(), answer(Outcome.FAILED, "板载定时不能保持")));
    assertThat(locks()).isEmpty();
    assertThat(alarms().get(0).isStanding()).isFalse();
    assertThat(entries("barrier-act", lock.getRecordKey()))
        .extracting(LedgerEntry::text)
        .last()
        .asString()
        .contains("refuses-entry: " + lock.getLedgerSeq() + "\n", "answer: 板载定时不能保持\n");
    assertThat(all().get(0).getOutcome()).isEqualTo(Outcome.FAILED);
  }

  private BarrierRecord told(Kind act, String reason) {
    return database.inTransaction(
        em -> {
          return book(em).told("A-01", act, "guard", reason);
        });
  }

  private static Acknowledgement answer(Outcome outcome, String words) {
    return new Acknowledgement(outcome, words, TEN, 12);
  }

  private Passage passage(Instant at, String plate) {
    Arrivals arrival = aTruckAt(at).plate(plate).event("e-" + plate);
    Verdict refused =
        new Verdict.Refused(List.of(new Reason(Reason.Code.EXCEEDING_LISTED, "列入超标车辆名单")));
    return database.inTransaction(
        em -> {
          Passage passage =
              PassageDraft.of(
                  arrival.arrival(),
                  Optional.empty(),
                  new PhotoDigests(Optional.empty(), Optional.empty()),
                  new Decision(refused, List.of()),
                  at);
          passage.setLedgerSeq(
              ledger(em)
                  .append("passage", passage.getSerialNo(), PassageText.of("E", passage, List.of()))
                  .seq());
          em.persist(passage);
          return passage;
        });
  }

  private void write(java.util.function.Consumer<BarrierBook> act) {
    database.inTransaction(
        em -> {
          act.accept(book(em));
        });
  }

  private List<BarrierRecord> all() {
    return ask(em -> search(em).find(BarrierFilter.any(), null, 50).rows());
  }

  private long count(BarrierFilter filter) {
    return ask(em -> search(em).count(filter));
  }

  private List<BarrierRecord> ofPassage(Passage passage) {
    return ask(em -> search(em).ofPassage(passage.getSerialNo()));
  }

  private List<BarrierLock> locks() {
    return ask(em -> search(em).locks());
  }

  private List<Alarm> alarms() {
    return ask(
        em -> em.createQuery("SELECT a FROM Alarm a ORDER BY a.id", Alarm.class).getResultList());
  }

  private List<LedgerEntry> entries(String kind, String subject) {
    return ask(em -> ledger(em).about(kind, subject));
  }

  private <T> T ask(Function<EntityManager, T> question) {
    return database.inTransaction(question);
  }

  private static BarrierSearch search(EntityManager em) {
    BarrierSearch search = new BarrierSearch();
    search.em = em;
    return search;
  }

  private Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>());
  }

  private BarrierBook book(EntityManager em) {
    BarrierBook book = new BarrierBook();
    book.em = em;
    book.clock = clock;
    book.ledger = ledger(em);
    book.alarms = new AlarmDesk(em, clock, new HeardEvents<>());
    book.changed = new HeardEvents<>();
    book.siteBook =
        new SiteBook() {
          @Override
          public Site site() {
            return Sites.oneGate();
          }
        };
    return book;
  }
}
