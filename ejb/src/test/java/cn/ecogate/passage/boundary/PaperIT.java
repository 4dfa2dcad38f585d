package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.control.PassageText;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.PaperOutcome.CellFault;
import cn.ecogate.passage.entity.PaperSheet;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitFilter;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A sheet of paper in the real database: whole in the ledger, in its own time among the visits. */
class PaperIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SettableClock clock = new SettableClock(TEN.plusSeconds(7_200));

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("整张表记入台账：标明纸质补录、表号行号、谁写的、何时录的；货物随同")
  void aSheetIsRecordedWhole() {
    List<Passage> passages =
        write(sheet("A-1", line(1, TEN, "云A12345", true), line(2, TEN.plusSeconds(600), "", true)));
    assertThat(passages).hasSize(2).allMatch(Passage::isLate).allMatch(Passage::isFromPaper);
    String text = ask(em -> ledger(em).entry(0)).orElseThrow().text();
    assertThat(text)
        .contains(
            "\nseen-at: 2026-11-21T02:00:00Z\n",
            "\nreceived-at: 2026-11-21T04:00:00Z\n",
            "\nlate: true\n",
            "\nentered-by: guard\n",
            "\npaper-sheet: A-1\n",
            "\npaper-line: 1\n",
            "\npaper-writer: 李明\n",
            "\npaper-passed: true\n",
            "\nfacts: strategies of that time; filings and lists of the time of entry\n");
    Load load = ask(em -> loads(em).held(passages.get(0).getId())).orElseThrow();
    assertThat(load.getCargo()).isEqualTo("铁矿石");
    assertThat(load.getTonnes()).isEqualByComparingTo("30.5");
    assertThat(ask(em -> book(em).of(passages.get(1))).orElseThrow().getLine()).isEqualTo(2);
    assertThat(ask(em -> ledger(em).verify()).sound()).isTrue();
  }

  @Test
  @DisplayName("按纸上的时间配成进出：规则不放行但人已放行的在厂，当时劝返的不在厂")
  void pairedByItsOwnTime() {
    recorded(TEN.plusSeconds(3_000), "云A12345", true);
    follow();
    assertThat(visits()).extracting(Visit::getState).containsExactly(Visit.State.ENTRANCE_MISSED);
    write(
        sheet(
            "A-1",
            line(1, TEN, "云A12345", true),
            line(2, TEN.plusSeconds(60), "云A22222", true),
            line(3, TEN.plusSeconds(120), "云A33333", false)));
    follow();
    assertThat(visits())
        .extracting(Visit::getPlate, Visit::getState)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("云A12345", Visit.State.LEFT),
            org.assertj.core.api.Assertions.tuple("云A22222", Visit.State.INSIDE));
  }

  @Test
  @DisplayName("摄像机两分钟内记过同一辆车：指出来；说了“仍然补录”才记")
  void whatLooksRecordedIsPointedOut() {
    recorded(TEN.plusSeconds(90), "云A12345", false);
    PaperSheet.Line line = line(1, TEN, "云A12345", true);
    assertThat(doubles(sheet("A-1", line)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("looks-recorded");
              assertThat(fault.doubt()).isTrue();
              assertThat(fault.sentence()).contains("10:01:30");
            });
    assertThat(doubles(sheet("A-1", line(1, TEN.minusSeconds(31), "云A12345", true)))).isEmpty();
    PaperSheet.Line again =
        new PaperSheet.Line(
            1, TEN, "A-01", "云A12345", PlateColor.YELLOW, null, null, true, null, true);
    assertThat(doubles(sheet("A-1", again))).isEmpty();
  }

  @Test
  @DisplayName("同一张表的同一行只能录一次：第二次整张退回，什么都不写")
  void aLineIsEnteredOnce() {
    write(sheet("A-1", line(1, TEN, "云A12345", true)));
    PaperSheet second =
        sheet("A-1", line(2, TEN.plusSeconds(900), "云A22222", true), line(1, TEN, "云A12345", true));
    assertThat(doubles(second)).extracting(CellFault::code).containsExactly("line-entered");
    long before = ask(em -> ledger(em).head()).orElseThrow().seq();
    assertThatThrownBy(() -> write(second)).isInstanceOf(RuntimeException.class);
    assertThat(ask(em -> ledger(em).head()).orElseThrow().seq()).isEqualTo(before);
  }

  private List<Passage> write(PaperSheet sheet) {
    return ask(em -> book(em).write(sheet, null, "guard"));
  }

  private List<CellFault> doubles(PaperSheet sheet) {
    return ask(em -> book(em).doubles(sheet));
  }

  private static PaperSheet sheet(String number, PaperSheet.Line... lines) {
    return new PaperSheet(number, "李明", null, List.of(lines));
  }

  private static PaperSheet.Line line(int line, Instant at, String plate, boolean passed) {
    return new PaperSheet.Line(
        line,
        at,
        "A-01",
        plate,
        PlateColor.YELLOW,
        "铁矿石",
        new BigDecimal("30.5"),
        passed,
        null,
        false);
  }

  /** What a camera saw and the rules admitted. */
  private void recorded(Instant at, String plate, boolean out) {
    var truck = aTruckAt(at).plate(plate).event("camera");
    Arrival arrival = (out ? truck.goingOut() : truck).arrival();
    database.inTransaction(
        em -> {
          var decision =
              Admission.decide(
                  new Facts(
                      arrival.lane().direction(),
                      arrival.sighting(),
                      arrival.plate(),
                      arrival.color(),
                      Optional.of(
                          new FiledVehicle("H11", "F", FuelType.DIESEL, EmissionStage.CHINA_6)),
                      Optional.empty(),
                      List.of(),
                      List.of(),
                      at));
          Passage passage =
              PassageDraft.of(
                  arrival,
                  Optional.empty(),
                  new PhotoDigests(Optional.empty(), Optional.empty()),
                  decision,
                  at);
          passage.setLedgerSeq(
              ledger(em)
                  .append(
                      "passage",
                      passage.getSerialNo(),
                      PassageText.of("530181000001", passage, List.of()))
                  .seq());
          em.persist(passage);
        });
  }

  private PaperBook book(EntityManager em) {
    PaperBook book = new PaperBook();
    book.em = em;
    book.passages =
        new PassageBook() {
          @Override
          public Recorded decide(Arrival arrival, Supplier<PhotoDigests> photos) {
            var decision =
                Admission.decide(
                    new Facts(
                        arrival.lane().direction(),
                        arrival.sighting(),
                        arrival.plate(),
                        arrival.color(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        arrival.seenAt()));
            return new Recorded(
                PassageDraft.of(
                    arrival,
                    Optional.empty(),
                    photos.get(),
                    decision,
                    PaperIT.this.clock.instant()),
                decision);
          }
        };
    book.loads = new LoadBook();
    book.loads.em = em;
    book.loads.search = loads(em);
    book.loads.ledger = ledger(em);
    book.loads.siteBook = new SiteBook(Sites.oneGate());
    book.loads.clock = clock;
    book.loads.changed = new HeardEvents<>();
    book.ledger = ledger(em);
    book.siteBook = new SiteBook(Sites.oneGate());
    book.clock = clock;
    book.changed = new HeardEvents<>();
    return book;
  }

  private static LoadSearch loads(EntityManager em) {
    LoadSearch search = new LoadSearch();
    search.em = em;
    search.siteBook = new SiteBook(Sites.oneGate());
    return search;
  }

  private void follow() {
    database.inTransaction(
        em -> {
          VisitBook book = new VisitBook();
          book.em = em;
          book.ledger = ledger(em);
          book.clock = clock;
          while (book.isBehind()) {
            book.catchUp();
          }
        });
  }

  private List<Visit> visits() {
    return ask(
        em -> {
          VisitSearch search = new VisitSearch();
          search.em = em;
          return search.find(VisitFilter.any(), null, 100).rows();
        });
  }

  private Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>());
  }

  private static <T> T ask(Function<EntityManager, T> question) {
    return database.inTransaction(question);
  }
}
