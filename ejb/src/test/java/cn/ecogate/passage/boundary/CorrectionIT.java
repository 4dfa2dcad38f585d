package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.Arrivals;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Correction;
import cn.ecogate.passage.entity.NewCorrection;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitFilter;
import cn.ecogate.registry.boundary.VehicleShelf;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A passage's record put right in the real database: what was recorded stays, what holds is found.
 */
class CorrectionIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SettableClock clock = new SettableClock(TEN.plusSeconds(7_200));
  private Optional<Vehicle> filed = Optional.empty();
  private int event;

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("更正是台账的新条目，指明原记录，写明每项改前改后；原记录一列不变")
  void theRecordStays() {
    filed = Optional.of(vehicle());
    Passage recorded = record(aTruckAt(TEN));
    Correction correction = correct(recorded, 0, "云A54321", Direction.IN);

    Passage row = ask(em -> em.find(Passage.class, recorded.getId()));
    assertThat(row).usingRecursiveComparison().isEqualTo(recorded);
    String text = ask(em -> ledger(em).entry(correction.getLedgerSeq())).orElseThrow().text();
    assertThat(text)
        .startsWith("ecogate passage-correction 1\n")
        .contains(
            "\npassage: " + recorded.getSerialNo() + "\n",
            "\npassage-entry: " + recorded.getLedgerSeq() + "\n",
            "\nplate: 云A54321\n",
            "\nwas-plate: 云A12345\n",
            "\nstage: 4\n",
            "\noutcome: ADMITTED\n",
            "\ncorrection-reason: 照片上是 54321\n",
            "\ncorrected-by: officer\n")
        .doesNotContain("was-color", "replaces-entry");
    assertThat(ask(em -> ledger(em).verify()).sound()).isTrue();

    PassageStory story = ask(em -> search(em).story(recorded.getId())).orElseThrow();
    assertThat(story.passage().getPlate()).isEqualTo("云A54321");
    assertThat(story.passage().getStage()).isEqualTo(EmissionStage.CHINA_4);
    assertThat(story.passage().getCorrections()).isEqualTo(1);
    assertThat(story.recorded().plate()).isEqualTo("云A12345");
  }

  @Test
  @DisplayName("查询按更正后的内容：新号牌找得到，旧号牌找不到；再更正以最后一次为准")
  void searchesFindWhatHolds() {
    Passage first = record(aTruckAt(TEN));
    record(aTruckAt(TEN.plusSeconds(60)).plate("云A99999"));
    assertThat(plates("12345")).containsExactly("云A12345");
    correct(first, 0, "云A54321", Direction.OUT);
    assertThat(plates("12345")).isEmpty();
    assertThat(plates("54321")).containsExactly("云A54321");
    assertThat(count(Direction.OUT)).isEqualTo(1);
    Correction second = correct(first, 1, "云A54322", Direction.OUT);
    assertThat(second.getPlace()).isEqualTo(2);
    assertThat(plates("54321")).isEmpty();
    assertThat(plates("5432")).containsExactly("云A54322");
    assertThat(plates("云A")).containsExactly("云A99999", "云A54322");
    assertThat(ask(em -> ledger(em).entry(second.getLedgerSeq())).orElseThrow().text())
        .contains("\nreplaces-entry: 2\n", "\nwas-plate: 云A54321\n");
  }

  @Test
  @DisplayName("车队、车辆识别代号、车辆类型、原因，都能与其他条件组合查询")
  void everyFilterCombines() {
    filed = Optional.of(vehicle());
    filed.get().setOwner("昆明金马运输");
    filed.get().setVin("1M8GDM9AXKP042788");
    Passage passage = record(aTruckAt(TEN));
    record(aTruckAt(TEN.plusSeconds(60)).plate("云A99999"));
    correct(passage, 0, "云A54321", Direction.IN);
    assertThat(found("金马", null, null, null)).containsExactly("云A54321");
    assertThat(found(null, "p04278", "h1", null)).containsExactly("云A54321");
    assertThat(found("金马", null, "Q1", null)).isEmpty();
    assertThat(found(null, null, null, Reason.Code.VEHICLE_NOT_FILED)).isEmpty();
    assertThat(found(null, null, null, null)).hasSize(2);
  }

  private List<String> found(String owner, String vin, String type, Reason.Code reason) {
    PassageFilter filter =
        new PassageFilter(
            null, null, null, null, null, null, null, null, null, owner, vin, type, reason);
    return ask(
        em -> search(em).find(filter, null, 50).rows().stream().map(Passage::getPlate).toList());
  }

  @Test
  @DisplayName("进出重新配对：读错的出厂更正后，原来的车离厂，被冒名的车还在厂")
  void visitsArePairedAnew() {
    record(aTruckAt(TEN));
    record(aTruckAt(TEN.plusSeconds(60)).plate("云A99999"));
    Passage misread = record(aTruckAt(TEN.plusSeconds(3_600)).plate("云A99999").goingOut());
    follow();
    assertThat(inside()).containsExactly("云A12345");

    correct(misread, 0, "云A12345", Direction.OUT);
    follow();
    assertThat(inside()).containsExactly("云A99999");

    // The direction was wrong: nobody left, the vehicle came once more.
    correct(misread, 1, "云A12345", Direction.IN);
    follow();
    assertThat(inside()).containsExactlyInAnyOrder("云A12345", "云A99999");
    List<Visit> followed = visits();
    database.inTransaction(
        em -> {
          book(em).forget();
        });
    follow();
    assertThat(visits()).usingRecursiveFieldByFieldElementComparator().isEqualTo(followed);
  }

  @Test
  @DisplayName("没有读出号牌的，更正后才归到那辆车的进出")
  void anUnreadOneFindsItsVehicle() {
    Passage unread = record(aTruckAt(TEN).unread());
    record(aTruckAt(TEN.plusSeconds(3_600)).goingOut());
    follow();
    assertThat(visits()).extracting(Visit::getState).containsExactly(Visit.State.ENTRANCE_MISSED);
    // Nobody let it in as far as the record says, so that it is found but not paired.
    correct(unread, 0, "云A12345", Direction.IN);
    follow();
    assertThat(plates("12345")).hasSize(2);
    assertThat(visits()).extracting(Visit::getState).containsExactly(Visit.State.ENTRANCE_MISSED);
  }

  @Test
  @DisplayName("期间他人更正过、没有原因、没有这条记录：退回，什么都不写")
  void whatIsRefusedWritesNothing() {
    Passage passage = record(aTruckAt(TEN));
    correct(passage, 0, "云A54321", Direction.IN);
    long size = size();
    assertRefused("correction-changed", passage.getId(), 0, "照片为证");
    assertRefused("reason-missing", passage.getId(), 1, " ");
    assertRefused("not-found", 999, 0, "照片为证");
    assertThat(size()).isEqualTo(size);
  }

  private void assertRefused(String code, long passage, int seen, String reason) {
    assertThatThrownBy(() -> correct(passage, seen, "云A77777", Direction.IN, reason))
        .isInstanceOfSatisfying(Rejected.class, why -> assertThat(why.code()).isEqualTo(code));
  }

  private Correction correct(Passage passage, int seen, String plate, Direction direction) {
    return correct(passage.getId(), seen, plate, direction, "照片上是 " + plate.substring(2));
  }

  private Correction correct(
      long passage, int seen, String plate, Direction direction, String reason) {
    PassageItems items =
        new PassageItems(
            plate, PlateColor.YELLOW, direction, null, null, null, null, null, null, null, null);
    return ask(
        em -> {
          CorrectionBook book = new CorrectionBook();
          book.em = em;
          book.ledger = ledger(em);
          book.vehicles =
              new VehicleShelf() {
                @Override
                public Optional<Vehicle> byPlate(PlateNumber number, PlateColor color) {
                  return filed;
                }
              };
          book.siteBook = new SiteBook(Sites.oneGate());
          book.clock = clock;
          book.changed = new HeardEvents<>();
          return book.write(new NewCorrection(passage, seen, items, null, reason), "officer");
        });
  }

  private static Vehicle vehicle() {
    Vehicle vehicle = new Vehicle();
    vehicle.setVehicleType("H11");
    vehicle.setFuel(FuelType.DIESEL);
    vehicle.setStage(EmissionStage.CHINA_4);
    return vehicle;
  }

  private Passage record(Arrivals truck) {
    Arrival arrival = truck.event("e" + event++).arrival();
    return ask(
        em ->
            RecordedPassage.write(
                em,
                ledger(em),
                arrival,
                Optional.of(new FiledVehicle("H11", "F", FuelType.DIESEL, EmissionStage.CHINA_6))));
  }

  private void follow() {
    database.inTransaction(
        em -> {
          VisitBook book = book(em);
          while (book.isBehind()) {
            book.catchUp();
          }
        });
  }

  private List<String> inside() {
    return visits().stream().filter(Visit::isInside).map(Visit::getPlate).toList();
  }

  private List<Visit> visits() {
    return ask(
        em -> {
          VisitSearch search = new VisitSearch();
          search.em = em;
          return search.find(VisitFilter.any(), null, 100).rows();
        });
  }

  private List<String> plates(String part) {
    return ask(
        em ->
            search(em)
                .find(
                    new PassageFilter(null, null, part, null, null, null, null, null, null),
                    null,
                    50)
                .rows()
                .stream()
                .map(Passage::getPlate)
                .toList());
  }

  private long count(Direction direction) {
    return ask(
        em ->
            search(em)
                .count(
                    new PassageFilter(null, null, null, null, direction, null, null, null, null)));
  }

  private long size() {
    return ask(em -> ledger(em).head()).orElseThrow().seq();
  }

  private VisitBook book(EntityManager em) {
    VisitBook book = new VisitBook();
    book.em = em;
    book.ledger = ledger(em);
    book.clock = clock;
    return book;
  }

  private static PassageSearch search(EntityManager em) {
    PassageSearch search = new PassageSearch();
    search.em = em;
    return search;
  }

  private Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>());
  }

  private static <T> T ask(Function<EntityManager, T> question) {
    return database.inTransaction(question);
  }
}
