package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Circumstances;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Whereabouts;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.evidence.boundary.Keeping;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.control.HandWritten;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.registry.boundary.VehicleShelf;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Site;
import cn.ecogate.strategy.boundary.ListingShelf;
import cn.ecogate.strategy.boundary.StrategyShelf;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Slice;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Passages in the real database: written whole or not at all, found again by any combination. */
class PassageBookIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final PhotoDigests NO_PHOTOS =
      new PhotoDigests(Optional.empty(), Optional.empty());

  /** An archive whose disk never answers. */
  private static final PhotoArchive NEVER_READY =
      new PhotoArchive() {
        @Override
        public List<Keeping> keepSoon(List<byte[]> photos) {
          return photos.stream()
              .map(
                  photo ->
                      new Keeping(
                          CompletableFuture.completedFuture("0".repeat(64)),
                          new CompletableFuture<>()))
              .toList();
        }
      };

  private static Circumstances around;

  @BeforeEach
  void nothingYet() throws SQLException {
    around = null;
    database.empty();
  }

  @Test
  @DisplayName("A passage and its ledger entry are written together and name each other")
  void passageAndEntryNameEachOther() {
    Passage passage = record(aTruckAt(TEN));
    assertThat(passage.getOutcome()).isEqualTo(Passage.Outcome.ADMITTED);
    LedgerEntry entry = read(em -> ledger(em).entry(passage.getLedgerSeq())).orElseThrow();
    assertThat(entry.subject()).isEqualTo(passage.getSerialNo());
    assertThat(entry.text())
        .contains("\nplate: 云A12345\n", "\nstage: 6\n", "\noutcome: ADMITTED\n");
    assertThat(read(em -> ledger(em).verify()).faults()).isEmpty();
  }

  @Test
  @DisplayName("The row written along with the entry is the passage, field for field")
  void theRowIsThePassage() {
    Passage recorded = record(aTruckAt(TEN.plusMillis(123)));
    Passage kept = read(em -> em.find(Passage.class, recorded.getId()));
    assertThat(kept).usingRecursiveComparison().isEqualTo(recorded);
    Passage unread = record(aTruckAt(TEN.plusSeconds(1)).event("unread").unread());
    Passage keptUnread = read(em -> em.find(Passage.class, unread.getId()));
    assertThat(keptUnread).usingRecursiveComparison().isEqualTo(unread);
  }

  @Test
  @DisplayName("An exit without an entrance is admitted; the record notes it, not as a violation")
  void anExitWithoutAnEntranceIsNoted() {
    around =
        new Circumstances(
            true, Optional.empty(), Optional.of(Whereabouts.OUTSIDE), List.of(), Optional.empty());
    Passage passage = record(aTruckAt(TEN).goingOut());
    assertThat(passage.getOutcome()).isEqualTo(Passage.Outcome.ADMITTED);
    assertThat(passage.getReasonCodes()).isEqualTo("NO_ENTRANCE");
    assertThat(read(em -> ledger(em).entry(passage.getLedgerSeq())).orElseThrow().text())
        .contains("\nnotice: NO_ENTRANCE 云A12345 出厂而没有入厂记录，请查明何时、从哪里入厂。\n")
        .doesNotContain("\nreason: ");
  }

  @Test
  @DisplayName("A repeated event is refused by the database and leaves no hole in the ledger")
  void aRepeatLeavesNoHole() {
    record(aTruckAt(TEN).event("once"));
    assertThatThrownBy(() -> record(aTruckAt(TEN.plusSeconds(9)).event("once")))
        .isInstanceOf(RuntimeException.class);
    Passage next = record(aTruckAt(TEN.plusSeconds(10)).event("twice"));
    assertThat(next.getLedgerSeq()).isEqualTo(1);
    assertThat(count(PassageFilter.any())).isEqualTo(2);
    assertThat(read(em -> ledger(em).verify()).sound()).isTrue();
  }

  @Test
  @DisplayName("A record that would name a photo not yet on the disk is not kept")
  void noRecordNamesAMissingPhoto() {
    assertThatThrownBy(() -> record(aTruckAt(TEN).withPhoto(new byte[] {1})))
        .isInstanceOf(PhotosNotThere.class);
    assertThat(count(PassageFilter.any())).isZero();
    assertThat(record(aTruckAt(TEN)).getLedgerSeq()).isZero();
  }

  @Test
  @DisplayName("The same vehicle at the same moment is known under any number; another is not")
  void theSameMomentIsKnown() {
    Passage truck = record(aTruckAt(TEN).event("uuid"));
    Passage unread = record(aTruckAt(TEN.plusSeconds(60)).event("unread").unread());

    assertThat(known(aTruckAt(TEN.plusMillis(900)).late())).isTrue();
    assertThat(known(aTruckAt(TEN.plusSeconds(61)).late().unread())).isTrue();
    assertThat(known(aTruckAt(TEN.plusSeconds(3)).late())).isFalse();
    assertThat(known(aTruckAt(TEN).late().plate("云A54321"))).isFalse();
    assertThat(known(aTruckAt(TEN).late().unread())).isFalse();
    assertThat(known(aTruckAt(TEN))).as("no time told").isFalse();
    assertThat(truck.getId()).isLessThan(unread.getId());
  }

  @Test
  @DisplayName(
      "Of several that a memory tells, those of a moment that was told already are left out")
  void ofSeveralTheKnownAreLeftOut() {
    record(aTruckAt(TEN).event("uuid"));
    List<Arrival> told =
        List.of(
            aTruckAt(TEN.minusSeconds(30)).event("m1").late().arrival(),
            aTruckAt(TEN).event("m2").late().arrival(),
            aTruckAt(TEN.plusSeconds(30)).event("m3").late().arrival(),
            aTruckAt(TEN.plusSeconds(31)).event("m4").late().arrival());
    List<Arrival> untold = read(em -> search(em).untold(told));
    assertThat(untold)
        .extracting(Arrival::eventKey)
        .containsExactly("A-01-camera/m1", "A-01-camera/m3");
  }

  @Test
  @DisplayName("What a memory tells is recorded together: an entry each, in order, all or none")
  void historyIsRecordedTogether() {
    List<Arrival> told =
        List.of(
            aTruckAt(TEN).event("m1").late().arrival(),
            aTruckAt(TEN.plusSeconds(5)).event("m2").late().arrival(),
            aTruckAt(TEN.plusSeconds(9)).event("m3").late().arrival());
    List<Recorded> recorded = history(told);
    assertThat(recorded)
        .extracting(each -> each.passage().getLedgerSeq())
        .containsExactly(0L, 1L, 2L);
    Passage last = recorded.get(2).passage();
    Passage kept = read(em -> em.find(Passage.class, last.getId()));
    assertThat(kept).usingRecursiveComparison().isEqualTo(last);
    assertThat(story(last.getId()).orElseThrow().acts())
        .singleElement()
        .satisfies(act -> assertThat(act.getWords()).contains("历史记录"));
    assertThatThrownBy(
            () ->
                history(
                    List.of(
                        aTruckAt(TEN.plusSeconds(20)).event("m4").late().arrival(), told.get(1))))
        .isInstanceOf(RuntimeException.class);
    assertThat(count(PassageFilter.any())).isEqualTo(3);
    assertThat(record(aTruckAt(TEN.plusSeconds(30)).event("next")).getLedgerSeq()).isEqualTo(3);
    assertThat(read(em -> ledger(em).verify()).sound()).isTrue();
  }

  private static List<Recorded> history(List<Arrival> late) {
    return database.inTransaction(
        em -> {
          return book(em).recordHistory(late, () -> Collections.nCopies(late.size(), NO_PHOTOS));
        });
  }

  @Test
  @DisplayName("A camera was heard until its newest live vehicle, by its own clock")
  void heardUntilTheNewestLiveVehicle() {
    record(aTruckAt(TEN).event("a"));
    record(aTruckAt(TEN.plusSeconds(5)).event("b"));
    record(aTruckAt(TEN.plusSeconds(9)).event("c").late());

    assertThat(heardUntil("A-01")).hasValue(TEN.plusSeconds(5));
    assertThat(heardUntil("A-02")).isEmpty();
  }

  private Optional<Instant> heardUntil(String lane) {
    return read(em -> search(em).heardUntil(lane, lane + "-camera"));
  }

  private boolean known(Arrivals arrivals) {
    return read(em -> search(em).untold(List.of(arrivals.arrival()))).isEmpty();
  }

  @Test
  @DisplayName("A story has the rules' answers and what was done")
  void aStoryIsWhole() {
    Passage passage = record(aTruckAt(TEN).unread());
    database.inTransaction(
        em -> {
          book(em)
              .note(
                  List.of(
                      new PassageAct(
                          passage.getId(),
                          PassageAct.Kind.DISPLAY,
                          new Acknowledgement(Acknowledgement.Outcome.DONE, "已显示", TEN, 12))));
        });
    PassageStory story = story(passage.getId()).orElseThrow();
    assertThat(story.passage().getOutcome()).isEqualTo(Passage.Outcome.NEEDS_GUARD);
    assertThat(story.answers()).isNotEmpty().allSatisfy(a -> assertThat(a.found()).isNotBlank());
    assertThat(story.acts()).extracting(PassageAct::getWords).containsExactly("已显示");
    assertThat(story(-1)).isEmpty();
  }

  @Test
  @DisplayName("A guard's entry settles the unread sighting before it, once")
  void anEntrySettlesTheSighting() {
    Passage sighting = record(aTruckAt(TEN).unread());
    Passage entered = enter("k-1");
    Passage again = enter("k-2");
    assertThat(entered.getSettles()).isEqualTo(sighting.getSerialNo());
    assertThat(again.getSettles()).isNull();
  }

  @Test
  @DisplayName("Pages follow each other without gap or repeat, even within one millisecond")
  void pagesFollowEachOther() {
    for (int i = 0; i < 23; i++) {
      record(aTruckAt(TEN.plusMillis(i / 4)).event("e" + i));
    }
    List<Long> seen = new ArrayList<>();
    String cursor = null;
    do {
      String from = cursor;
      Slice<Passage> page = read(em -> search(em).find(PassageFilter.any(), from, 5));
      page.rows().forEach(row -> seen.add(row.getId()));
      cursor = page.next().orElse(null);
    } while (cursor != null);
    assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  @DisplayName("Filters combine, and the count is exact")
  void filtersCombine() {
    record(aTruckAt(TEN).event("a").plate("云A11111"));
    record(aTruckAt(TEN.plusSeconds(60)).event("b").plate("云A22222"));
    record(aTruckAt(TEN.plusSeconds(120)).event("c").plate("云A22222").goingOut());
    record(aTruckAt(TEN.plusSeconds(180)).event("d").unread());
    assertThat(count(filter(null, null, "2222", null, null))).isEqualTo(2);
    assertThat(count(filter(null, null, "2222", "A", Direction.IN))).isEqualTo(1);
    assertThat(count(filter(null, null, null, "A-02", null))).isEqualTo(1);
    assertThat(count(filter(TEN.plusSeconds(60), TEN.plusSeconds(180), null, null, null)))
        .isEqualTo(2);
    assertThat(count(filter(null, null, "%", null, null))).isZero();
    assertThat(
            count(
                new PassageFilter(
                    null,
                    null,
                    null,
                    null,
                    null,
                    EmissionStage.CHINA_6,
                    FuelType.DIESEL,
                    Passage.Outcome.ADMITTED,
                    Passage.Source.CAMERA)))
        .isEqualTo(3);
  }

  @Test
  @DisplayName("The newest of a lane is the newest recorded")
  void theNewestOfALane() {
    record(aTruckAt(TEN).event("a"));
    Passage second = record(aTruckAt(TEN.minusSeconds(5)).event("b"));
    assertThat(newest("A-01").map(Passage::getId)).contains(second.getId());
    assertThat(newest("Z-01")).isEmpty();
  }

  private static PassageFilter filter(
      Instant from, Instant to, String plate, String lane, Direction direction) {
    return new PassageFilter(from, to, plate, lane, direction, null, null, null, null);
  }

  private static Passage record(Arrivals arrival) {
    return record(arrival.arrival());
  }

  private static Passage record(Arrival arrival) {
    return database.inTransaction(
        em -> {
          return book(em).record(arrival, PhotosUnderWay.of(arrival, NEVER_READY)).passage();
        });
  }

  private static Passage enter(String key) {
    var entry = new ManualEntry(key, "A-01", "云A12345", PlateColor.YELLOW, null, null, null);
    return record(HandWritten.arrival(entry, "guard", Sites.oneGate(), TEN.plusSeconds(30)));
  }

  private static Optional<PassageStory> story(long id) {
    return read(em -> search(em).story(id));
  }

  private static Optional<Passage> newest(String lane) {
    return read(em -> search(em).newest(lane));
  }

  private static long count(PassageFilter filter) {
    return read(em -> search(em).count(filter));
  }

  private static <T> T read(Function<EntityManager, T> question) {
    return database.inTransaction(question);
  }

  private static PassageSearch search(EntityManager em) {
    PassageSearch search = new PassageSearch();
    search.em = em;
    return search;
  }

  private static Ledger ledger(EntityManager em) {
    return new Ledger(em, Clock.fixed(TEN, ZoneOffset.UTC), new HeardEvents<>());
  }

  private static PassageBook book(EntityManager em) {
    PassageBook book = new PassageBook();
    book.em = em;
    book.clock = Clock.fixed(TEN, ZoneOffset.UTC);
    book.ledger = ledger(em);
    book.vehicles = new EveryoneFiled();
    book.listings = new NobodyListed();
    book.strategies = new NothingForbidden();
    book.surroundings = new QuietSurroundings();
    book.siteBook =
        new SiteBook() {
          @Override
          public Site site() {
            return Sites.oneGate();
          }
        };
    return book;
  }

  private static class EveryoneFiled extends VehicleShelf {
    @Override
    public Optional<Vehicle> byPlate(PlateNumber plate, PlateColor color) {
      Vehicle vehicle = new Vehicle();
      vehicle.setPlate(plate.text());
      vehicle.setPlateColor(color);
      vehicle.setVehicleType("H11");
      vehicle.setUse("F");
      vehicle.setFuel(FuelType.DIESEL);
      vehicle.setStage(EmissionStage.CHINA_6);
      return Optional.of(vehicle);
    }
  }

  /** A gate at which nothing is the matter. */
  private static class QuietSurroundings extends Surroundings {
    @Override
    public Circumstances of(Arrival arrival, Optional<Vehicle> vehicle) {
      return around == null ? Circumstances.HISTORY : around;
    }
  }

  private static class NobodyListed extends ListingShelf {
    @Override
    public Optional<Listing> listing(PlateNumber plate, PlateColor color) {
      return Optional.empty();
    }
  }

  private static class NothingForbidden extends StrategyShelf {
    @Override
    public List<Restriction> restrictions(Instant at) {
      return List.of();
    }
  }
}
