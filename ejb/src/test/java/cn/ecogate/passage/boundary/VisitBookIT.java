package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.Opening;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitClosing;
import cn.ecogate.passage.entity.VisitFilter;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Visits follow the ledger in the real database, and are what a recomputation gives. */
class VisitBookIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SettableClock clock = new SettableClock(TEN.plusSeconds(7_200));
  private int event;

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("进厂的在厂，出厂后不在厂；门岗手边的在厂表随之更新")
  void whoIsInside() {
    Passage in = record(aTruckAt(TEN));
    InsideShelf shelf = follow();
    assertThat(shelf.insideSince(new PlateNumber("云A12345"), PlateColor.YELLOW)).contains(TEN);
    assertThat(shelf.insideSince(new PlateNumber("云A12345"), PlateColor.BLUE)).isEmpty();
    assertThat(shelf.insideCount()).isEqualTo(1);

    Passage out = record(aTruckAt(TEN.plusSeconds(3_600)).goingOut());
    assertThat(follow().insideCount()).isZero();
    Visit visit = visits().get(0);
    assertThat(visit.getState()).isEqualTo(Visit.State.LEFT);
    assertThat(visit.getInPassage()).isEqualTo(in.getId());
    assertThat(visit.getOutPassage()).isEqualTo(out.getId());
    assertThat(visit.stay(clock.instant())).isEqualTo(Duration.ofHours(1));
    assertThat(ask(em -> search(em).ofPassage(out.getId())).map(Visit::getId))
        .contains(visit.getId());
  }

  @Test
  @DisplayName("补传的历史按通行时间归位，即使比后来的通行晚到")
  void lateOnesFindTheirPlace() {
    record(aTruckAt(TEN));
    record(aTruckAt(TEN.plusSeconds(6_000)));
    follow();
    assertThat(states()).containsExactly(Visit.State.INSIDE, Visit.State.EXIT_MISSED);

    record(aTruckAt(TEN.plusSeconds(3_000)).goingOut().late());
    follow();
    assertThat(states()).containsExactly(Visit.State.INSIDE, Visit.State.LEFT);
  }

  @Test
  @DisplayName("请值守处理的车不在厂，人工放行后在厂；抬杆后无车通过的不在厂")
  void whoPassedIsWhoWentThrough() {
    Passage asked = recordUnfiled(aTruckAt(TEN));
    follow();
    assertThat(visits()).isEmpty();

    database.inTransaction(
        em -> {
          ledger(em)
              .append(
                  "release",
                  asked.getSerialNo() + "-R",
                  CanonicalText.of("ecogate release 1")
                      .line("settles", asked.getSerialNo())
                      .line("passage-entry", asked.getLedgerSeq())
                      .line("outcome", "ADMITTED"));
        });
    follow();
    assertThat(states()).containsExactly(Visit.State.INSIDE);

    Passage inVain = record(aTruckAt(TEN.plusSeconds(60)).plate("云A22222"));
    follow();
    assertThat(visits()).hasSize(2);
    database.inTransaction(
        em -> {
          keepNotPassed(em, inVain);
        });
    follow();
    assertThat(visits()).extracting(Visit::getPlate).containsExactly("云A12345");
  }

  @Test
  @DisplayName("人说明车已离开：写入台账，不再在厂；说不通的一句话退回，什么都不写")
  void aPersonSaysItLeft() {
    record(aTruckAt(TEN));
    follow();
    long visit = visits().get(0).getId();
    assertRefused("reason-missing", visit, null, " ");
    assertRefused("moment-before-entrance", visit, TEN, "从南门离开");
    assertRefused("time-ahead", visit, clock.instant().plusSeconds(1), "从南门离开");
    assertRefused("not-found", 999, null, "从南门离开");
    List<VisitClosing> none = ask(em -> search(em).closings(visit));
    assertThat(none).isEmpty();

    database.inTransaction(
        em -> {
          book(em).close(visit, TEN.plusSeconds(60), "从南门离开，当时停电", "officer");
        });
    assertThat(follow().insideCount()).isZero();
    assertThat(visits().get(0).getState()).isEqualTo(Visit.State.EXIT_MISSED);
    assertThat(visits().get(0).getEndedAt()).isEqualTo(TEN.plusSeconds(60));
    assertThat(count(open())).isZero();
    assertThat(ask(em -> ledger(em).head()).orElseThrow().text())
        .contains(
            "\nmissing: exit\n",
            "\nleft-at: 2026-11-21T02:01:00Z\n",
            "\nreason: 从南门离开，当时停电\n",
            "\nentered-by: officer\n");
    record(aTruckAt(TEN.plusSeconds(600)).goingOut());
    follow();
    assertRefused("visit-whole", visit, null, "从南门离开");
  }

  @Test
  @DisplayName("三十天没有出厂记录的自动结束，有台账条目")
  void nobodyStaysForEver() {
    record(aTruckAt(TEN));
    follow();
    clock.set(TEN.plus(Duration.ofDays(30)));
    assertThat(ended()).isZero();
    clock.set(TEN.plus(Duration.ofDays(30)).plusSeconds(1));
    assertThat(ended()).isEqualTo(1);
    follow();
    assertThat(states()).containsExactly(Visit.State.EXIT_MISSED);
    assertThat(ended()).isZero();
  }

  @Test
  @DisplayName("一条一条跟上的，与全部忘掉重新算的，逐列相同")
  void followingEqualsRecomputing() {
    Random dice = new Random(1321);
    for (int i = 0; i < 120; i++) {
      Arrivals truck =
          aTruckAt(TEN.plusSeconds(60L * dice.nextInt(3_000))).plate("云A1111" + dice.nextInt(5));
      truck = dice.nextBoolean() ? truck.goingOut() : truck;
      Passage passage = dice.nextInt(6) == 0 ? recordUnfiled(truck) : record(truck);
      if (dice.nextInt(10) == 0) {
        database.inTransaction(
            em -> {
              keepNotPassed(em, passage);
            });
      }
      if (dice.nextInt(3) == 0) {
        follow();
      }
    }
    follow();
    List<Visit> followed = visits();
    assertThat(followed).hasSizeGreaterThan(20);

    database.inTransaction(
        em -> {
          book(em).forget();
        });
    assertThat(visits()).isEmpty();
    follow();
    assertThat(visits()).usingRecursiveFieldByFieldElementComparator().isEqualTo(followed);
  }

  @Test
  @DisplayName("筛选可以组合，翻页不漏不重")
  void filtersCombine() {
    for (int i = 0; i < 7; i++) {
      record(aTruckAt(TEN.plusSeconds(60L * i)).plate("云A0000" + i));
    }
    record(aTruckAt(TEN.plusSeconds(4_000)).plate("云A00003").goingOut());
    follow();
    VisitFilter inside =
        new VisitFilter(null, null, "0000", "A", null, Visit.State.INSIDE, null, false);
    assertThat(count(inside)).isEqualTo(6);
    var first = ask(em -> search(em).find(inside, null, 4));
    var second = ask(em -> search(em).find(inside, first.next().orElseThrow(), 4));
    assertThat(first.rows()).hasSize(4);
    assertThat(second.rows()).hasSize(2);
    assertThat(second.next()).isEmpty();
    assertThat(first.rows())
        .extracting(Visit::getId)
        .doesNotContainAnyElementsOf(second.rows().stream().map(Visit::getId).toList());
    VisitFilter early =
        new VisitFilter(null, null, null, "A-01", null, null, TEN.plusSeconds(90), false);
    assertThat(count(early)).isEqualTo(2);
  }

  private void assertRefused(String code, long visit, Instant moment, String reason) {
    assertThatThrownBy(() -> ask(em -> book(em).close(visit, moment, reason, "officer")))
        .isInstanceOfSatisfying(Rejected.class, why -> assertThat(why.code()).isEqualTo(code));
  }

  private static long count(VisitFilter filter) {
    return ask(em -> search(em).count(filter));
  }

  private int ended() {
    return ask(em -> book(em).endOverlong());
  }

  private static VisitFilter open() {
    return new VisitFilter(null, null, null, null, null, null, null, true);
  }

  private InsideShelf follow() {
    InsideShelf shelf = new InsideShelf();
    database.inTransaction(
        em -> {
          VisitKeeper keeper = new VisitKeeper();
          keeper.book = book(em);
          keeper.search = search(em);
          keeper.shelf = shelf;
          keeper.follow();
        });
    return shelf;
  }

  private List<Visit> visits() {
    return ask(em -> search(em).find(VisitFilter.any(), null, 500).rows());
  }

  private List<Visit.State> states() {
    return visits().stream().map(Visit::getState).toList();
  }

  private Passage record(Arrivals truck) {
    return record(
        truck, Optional.of(new FiledVehicle("H11", "F", FuelType.DIESEL, EmissionStage.CHINA_6)));
  }

  private Passage recordUnfiled(Arrivals truck) {
    return record(truck, Optional.empty());
  }

  private Passage record(Arrivals truck, Optional<FiledVehicle> filed) {
    Arrival arrival = truck.event("e" + event++).arrival();
    return ask(em -> RecordedPassage.write(em, ledger(em), arrival, filed));
  }

  private void keepNotPassed(EntityManager em, Passage passage) {
    BarrierBook barriers = new BarrierBook();
    barriers.em = em;
    barriers.ledger = ledger(em);
    barriers.clock = clock;
    barriers.changed = new HeardEvents<>();
    barriers.siteBook = new SiteBook(Sites.oneGate());
    barriers.alarms = new QuietAlarms();
    barriers.notPassed(
        new Opening(
            passage.getLaneId(),
            passage.getSerialNo(),
            passage.getPlate(),
            passage.getSeenAt(),
            Duration.ofSeconds(30)));
    assertThat(BarrierRecord.Kind.OPENED_NOT_PASSED.byPerson()).isFalse();
  }

  private VisitBook book(EntityManager em) {
    VisitBook book = new VisitBook();
    book.em = em;
    book.ledger = ledger(em);
    book.clock = clock;
    return book;
  }

  private static VisitSearch search(EntityManager em) {
    VisitSearch search = new VisitSearch();
    search.em = em;
    return search;
  }

  private Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>());
  }

  private static <T> T ask(java.util.function.Function<EntityManager, T> question) {
    return database.inTransaction(question);
  }

  private static final class QuietAlarms extends cn.ecogate.alarm.boundary.AlarmDesk {
    @Override
    public void raise(cn.ecogate.alarm.entity.Alarm.Kind kind, String subject, String sentence) {
      // What matters here is the barrier's record.
    }
  }
}
