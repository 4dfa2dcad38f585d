package cn.ecogate.release.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.account.boundary.AccountBook;
import cn.ecogate.account.entity.AccountCard;
import cn.ecogate.account.entity.Role;
import cn.ecogate.alarm.boundary.AlarmDesk;
import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.boundary.BarrierBook;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.release.entity.DutyFilter;
import cn.ecogate.release.entity.DutyFilter.Which;
import cn.ecogate.release.entity.LiftCause;
import cn.ecogate.release.entity.LiftDuty;
import cn.ecogate.testing.Clause;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.Rejected;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose duty an unexplained lift is until it is explained, in the real database. */
@Clause("HJ 1321-2023 手动起杆")
class DutyIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SettableClock clock = SettableClock.atSomeMorning();
  private List<AccountCard> people =
      List.of(
          card("guard", Role.GUARD, Duration.ofHours(1)),
          card("night", Role.GUARD, Duration.ofHours(11)),
          card("officer", Role.OFFICER, Duration.ofMinutes(5)));

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("手动起杆自动指派给最近登录的值守员，只指派一次，进台账")
  void theGuardOnDutyIsAsked() {
    long lift = lift();
    book(book -> book.take(lift));
    book(book -> book.take(lift));
    LiftDuty duty = duty(lift);
    assertThat(duty.getAssignedTo()).isEqualTo("guard");
    assertThat(duty.getDueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
    assertThat(count(Which.MINE, "guard")).isEqualTo(1);
    assertThat(count(Which.MINE, "night")).isZero();
    assertThat(entries(duty)).singleElement().satisfies(e -> says(e, "act: assigned", "to: guard"));
  }

  @Test
  @DisplayName("没有人当班时不指派，环保专员可以指派；指派给外人要说清楚")
  void nobodyOnDuty() {
    people = List.of(card("guard", Role.GUARD, Duration.ofHours(13)));
    long lift = lift();
    book(book -> book.take(lift));
    assertThat(duty(lift).getAssignedTo()).isNull();
    rejected("assignee-unknown", () -> book(book -> book.assign(lift, "driver", "officer")));
    book(book -> book.assign(lift, "guard", "officer"));
    assertThat(duty(lift).getAssignedTo()).isEqualTo("guard");
  }

  @Test
  @DisplayName("逾期只提醒一次；说明之后道闸记录和告警都了结")
  void overdueThenExplained() {
    long lift = lift();
    book(book -> book.take(lift));
    clock.forward(Duration.ofMinutes(121));
    book(book -> book.remind(lift));
    book(book -> book.remind(lift));
    assertThat(count(Which.OVERDUE, null)).isEqualTo(1);
    assertThat(alarm(Alarm.Kind.EXPLANATION_OVERDUE).getOccurrences()).isEqualTo(1);
    rejected("assigned-to-other", () -> explain(lift, "night", false));
    explain(lift, "guard", false);
    assertThat(alarm(Alarm.Kind.EXPLANATION_OVERDUE).isStanding()).isFalse();
    assertThat(record(lift).getExplanation()).isEqualTo("检修调试：更换限位开关");
    assertThat(count(Which.TO_REVIEW, null)).isEqualTo(1);
    rejected("not-waiting", () -> explain(lift, "guard", false));
  }

  @Test
  @DisplayName("复核须由另一人；退回后重新待说明，认可后了结，步步进台账")
  void anotherPersonReviews() {
    long lift = lift();
    book(book -> book.take(lift));
    rejected("not-explained", () -> book(book -> book.review(lift, "officer", true, "属实")));
    explain(lift, "officer", true);
    rejected("reviewer-self", () -> book(book -> book.review(lift, "officer", true, "属实")));
    clock.forward(Duration.ofMinutes(5));
    book(book -> book.review(lift, "admin", false, "请附照片"));
    assertThat(duty(lift).isOpen()).isTrue();
    assertThat(record(lift).isWaiting()).isTrue();
    assertThat(alarm(Alarm.Kind.UNEXPLAINED_LIFT).isStanding()).isTrue();
    explain(lift, "guard", false);
    book(book -> book.review(lift, "admin", true, "属实"));
    assertThat(duty(lift).getState()).isEqualTo(LiftDuty.State.REVIEWED);
    assertThat(entries(duty(lift)))
        .extracting(entry -> entry.text().lines().skip(1).findFirst().orElseThrow())
        .containsExactly(
            "act: assigned", "act: explained", "act: sent-back", "act: explained", "act: accepted");
    assertThat(ask(em -> ledger(em).verify()).faults()).isEmpty();
  }

  private long lift() {
    return ask(
        em -> {
          BarrierRecord record =
              new BarrierRecord(
                  "lift/A-01/" + clock.instant(),
                  "A-01",
                  BarrierRecord.Kind.UNEXPLAINED_LIFT,
                  clock.instant(),
                  clock.instant(),
                  "A-01 道闸无指令升起（手动起杆）");
          record.setLedgerSeq(41);
          em.persist(record);
          return record.getId();
        });
  }

  private void explain(long lift, String who, boolean editor) {
    book(book -> book.explain(lift, who, editor, LiftCause.MAINTENANCE, "更换限位开关", null));
  }

  private AccountCard card(String user, Role role, Duration ago) {
    return new AccountCard(
        user,
        user,
        null,
        Set.of(role),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(clock.instant().minus(ago)),
        null,
        Instant.EPOCH,
        1);
  }

  private LiftDuty duty(long lift) {
    return ask(em -> em.find(LiftDuty.class, lift));
  }

  private BarrierRecord record(long lift) {
    return ask(em -> em.find(BarrierRecord.class, lift));
  }

  private Alarm alarm(Alarm.Kind kind) {
    return ask(
        em ->
            em.createQuery(
                    "SELECT a FROM Alarm a WHERE a.kind = :kind ORDER BY a.id DESC", Alarm.class)
                .setParameter("kind", kind)
                .setMaxResults(1)
                .getSingleResult());
  }

  private List<LedgerEntry> entries(LiftDuty duty) {
    return ask(em -> ledger(em).about("lift-duty", duty.getRecordKey()));
  }

  private static void says(LedgerEntry entry, String... lines) {
    assertThat(entry.text().lines().toList()).contains(lines);
  }

  private long count(Which which, String person) {
    return ask(
        em -> {
          DutySearch search = new DutySearch();
          search.em = em;
          search.clock = clock;
          return search.count(new DutyFilter(which, "A-01", person));
        });
  }

  private static void rejected(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Rejected.class, why -> assertThat(why.code()).isEqualTo(code));
  }

  private void book(java.util.function.Consumer<DutyBook> act) {
    database.inTransaction(
        em -> {
          act.accept(dutyBook(em));
        });
  }

  private <T> T ask(Function<EntityManager, T> question) {
    return database.inTransaction(question);
  }

  private Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>());
  }

  private DutyBook dutyBook(EntityManager em) {
    DutyBook book = new DutyBook();
    book.em = em;
    book.clock = clock;
    book.ledger = ledger(em);
    book.alarms = new AlarmDesk(em, clock, new HeardEvents<>());
    book.changed = new HeardEvents<>();
    book.within = Duration.ofHours(2);
    book.accounts =
        new AccountBook() {
          @Override
          public List<AccountCard> cards(String text) {
            return people;
          }
        };
    book.barriers =
        new BarrierBook(
            em,
            ledger(em),
            new AlarmDesk(em, clock, new HeardEvents<>()),
            clock,
            new HeardEvents<>());
    return book;
  }
}
