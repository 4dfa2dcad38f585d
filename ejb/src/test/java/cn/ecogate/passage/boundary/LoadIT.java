package cn.ecogate.passage.boundary;

import static cn.ecogate.passage.Arrivals.TEN;
import static cn.ecogate.passage.Arrivals.aTruckAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.device.entity.TagKind;
import cn.ecogate.device.entity.TagRead;
import cn.ecogate.device.entity.WeightTaken;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerCheck;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.Sites;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.control.PassageText;
import cn.ecogate.passage.entity.Cargo;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Loaded;
import cn.ecogate.passage.entity.NewLoad;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.passage.entity.TagFinding.Finding;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.DemoData;
import cn.ecogate.site.entity.LoadRule;
import cn.ecogate.site.entity.Site;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.vocabulary.Rejected;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Weighings, codes and loads in the real database. */
class LoadIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final String SCALE = "A-01-weighbridge";
  private static final String VIN = "LFWSRXSJ0N1E08214";

  private boolean automatic;
  private Instant now = TEN.plusSeconds(900);

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("重复送达的称重只记一次，台账有自己的条目")
  void weighingIsKeptOnce() {
    weighed(TEN, "49860", null);
    weighed(TEN, "49860", null);

    List<Weighing> kept = newest();
    assertThat(kept).singleElement().matches(w -> w.getGrossKg().compareTo(kg("49860")) == 0);
    LedgerEntry entry =
        ask(em -> ledger(em).about("weighing", SCALE + "/" + TEN)).stream()
            .findFirst()
            .orElseThrow();
    assertThat(entry.seq()).isEqualTo(kept.get(0).getLedgerSeq());
    assertThat(entry.text())
        .contains("\ngross-kg: 49860\n", "\nlane: A-01\n", "\nstable-frames: 5\n")
        .doesNotContain("tare-kg", "net-kg");
    assertSound();
  }

  @Test
  @DisplayName("称重归时间最近的一次通行；窗口以外的不归任何通行")
  void weighingIsOfferedToTheNearestPassage() {
    Passage first = passage(TEN, "a");
    Passage second = passage(TEN.plusSeconds(300), "b");
    weighed(TEN.plusSeconds(200), "49860", "34860");
    weighed(TEN.minusSeconds(601), "11111", null);

    assertThat(cargo(first).offer()).isEmpty();
    assertThat(cargo(first).weighings()).isEmpty();
    assertThat(cargo(second).offer())
        .map(Weighing::getNetKg)
        .hasValueSatisfying(net -> assertThat(net).isEqualByComparingTo("34860"));
  }

  @Test
  @DisplayName("采用称重：毛重、皮重、净重分开保存，台账条目指明通行和称重")
  void offerIsTakenOver() {
    Passage passage = passage(TEN, "a");
    weighed(TEN.plusSeconds(60), "49860", "34860");
    Weighing offer = cargo(passage).offer().orElseThrow();

    Load load = enter(new NewLoad(passage.getId(), offer.getId(), "铁矿石", null)).load();

    assertThat(load.getTonnes()).isEqualByComparingTo("34.86");
    assertThat(load.getGrossKg()).isEqualByComparingTo("49860");
    assertThat(load.getTareKg()).isEqualByComparingTo("15000");
    assertThat(load.getSource()).isEqualTo(Load.Source.WEIGHED);
    assertThat(cargo(passage).offer()).isEmpty();
    assertThat(cargo(passage).oddities()).isEmpty();
    LedgerEntry entry = ask(em -> ledger(em).about("load", passage.getSerialNo())).get(0);
    assertThat(entry.text())
        .contains(
            "\npassage-entry: " + passage.getLedgerSeq() + "\n",
            "\ncargo: 铁矿石\n",
            "\ntonnes: 34.86\n",
            "\nweighing-entry: " + offer.getLedgerSeq() + "\n",
            "\nentered-by: guard\n");
    assertSound();
  }

  @Test
  @DisplayName("更正保留原来的一条，同样的内容不写第二次，笼统的名称指出来")
  void correctionKeepsTheOldOne() {
    Passage passage = passage(TEN, "a");
    NewLoad vague = new NewLoad(passage.getId(), null, "物料", new BigDecimal("12.5"));
    Load first = enter(vague).load();
    assertThat(enter(vague).repeated()).isTrue();
    assertThat(cargo(passage).oddities()).singleElement().asString().contains("笼统");

    enter(new NewLoad(passage.getId(), null, "焦炭", new BigDecimal("12.5")));

    Cargo cargo = cargo(passage);
    assertThat(cargo.load().orElseThrow().getCargo()).isEqualTo("焦炭");
    assertThat(cargo.earlier()).extracting(Load::getCargo).containsExactly("物料");
    assertThat(ask(em -> ledger(em).about("load", passage.getSerialNo())))
        .hasSize(2)
        .last()
        .matches(e -> e.text().contains("\nreplaces-entry: " + first.getLedgerSeq() + "\n"));
  }

  @Test
  @DisplayName("一次称重只属于一次通行")
  void weighingBelongsToOnePassage() {
    Passage first = passage(TEN, "a");
    Passage second = passage(TEN.plusSeconds(300), "b");
    weighed(TEN.plusSeconds(10), "49860", null);
    long weighing = cargo(first).offer().orElseThrow().getId();
    enter(new NewLoad(first.getId(), weighing, "铁矿石", new BigDecimal("34.86")));
    enter(new NewLoad(first.getId(), weighing, "铁矿粉", new BigDecimal("34.86")));

    assertThatThrownBy(
            () -> enter(new NewLoad(second.getId(), weighing, "铁矿石", new BigDecimal("1"))))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("weighing-taken"));
    assertThatThrownBy(() -> enter(new NewLoad(second.getId(), 999L, "铁矿石", BigDecimal.ONE)))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("weighing-unknown"));
    assertThatThrownBy(() -> enter(new NewLoad(999, null, "铁矿石", BigDecimal.ONE)))
        .isInstanceOfSatisfying(
            Rejected.class, why -> assertThat(why.code()).isEqualTo("not-found"));
  }

  @Test
  @DisplayName("仪表更正过的称重：提供更正后的；已采用的指出来")
  void correctedWeighing() {
    Passage passage = passage(TEN, "a");
    weighed(TEN.plusSeconds(10), "30000", null);
    enter(
        new NewLoad(
            passage.getId(), cargo(passage).offer().orElseThrow().getId(), "焦炭", BigDecimal.TEN));
    database.inTransaction(
        em -> {
          weighings(em)
              .weighed(taken(TEN.plusSeconds(20), "31000", null, TEN.plusSeconds(10).toString()));
        });

    assertThat(cargo(passage).weighings())
        .singleElement()
        .matches(w -> w.getGrossKg().compareTo(kg("31000")) == 0);
    assertThat(cargo(passage).oddities()).singleElement().asString().contains("更正为 31.000");
  }

  @Test
  @DisplayName("自动采用：时限过后才采用，只采用一次")
  void automaticAfterTheWindow() {
    automatic = true;
    Passage passage = passage(TEN, "a");
    weighed(TEN.plusSeconds(60), "49860", "34860");
    weighed(TEN.plusSeconds(40), "12340", null);

    now = TEN.plusSeconds(600);
    assertThat(clerk()).isZero();
    now = TEN.plusSeconds(661);
    assertThat(clerk()).isEqualTo(1);
    assertThat(clerk()).isZero();

    Load load = cargo(passage).load().orElseThrow();
    assertThat(load.getGrossKg()).isEqualByComparingTo("12340");
    assertThat(load.getTonnes()).isNull();
    assertThat(load.getSource()).isEqualTo(Load.Source.AUTOMATIC);
    assertThat(load.getEnteredBy()).isNull();
    assertThat(cargo(passage).oddities()).hasSize(2);
  }

  @Test
  @DisplayName("要人确认的厂区不会自动采用")
  void offeredIsNotTakenByItself() {
    passage(TEN, "a");
    weighed(TEN.plusSeconds(60), "49860", null);
    now = TEN.plusSeconds(5_000);

    assertThat(clerk()).isZero();
  }

  @Test
  @DisplayName("扫到的代号归最近的车辆，并与备案对照")
  void codeIsComparedWithTheFiling() {
    Passage passage = passage(TEN, "a");
    read(TEN.plusSeconds(5), TagKind.VIN, VIN);
    read(TEN.plusSeconds(6), TagKind.VIN, "LGAG4DY36P2013372");
    read(TEN.plusSeconds(7), TagKind.OPAQUE, "装载机");
    read(TEN.plusSeconds(7), TagKind.OPAQUE, "装载机");
    read(TEN.plusSeconds(400), TagKind.VIN, VIN);

    assertThat(cargo(passage).tags())
        .extracting(t -> t.finding())
        .containsExactly(Finding.SAME, Finding.OTHER, Finding.NO_VIN);
    assertThat(ask(em -> search(em).newestTags("A-01", 10))).hasSize(4);
    assertThat(ask(em -> ledger(em).about("tag", "A-01-scanner/" + TEN.plusSeconds(5))))
        .singleElement()
        .matches(e -> e.text().contains("\nkind: VIN\nnumber: " + VIN + "\n"));
  }

  private static void read(Instant at, TagKind kind, String number) {
    database.inTransaction(
        em -> {
          weighings(em)
              .read(
                  new TagRead(
                      "A-01", "A-01-scanner", at.toString(), at, kind, number, number, "00"));
        });
  }

  private static void weighed(Instant at, String gross, String net) {
    database.inTransaction(
        em -> {
          weighings(em).weighed(taken(at, gross, net, null));
        });
  }

  private static WeightTaken taken(Instant at, String gross, String net, String corrects) {
    BigDecimal tare = net == null ? null : kg(gross).subtract(kg(net));
    return new WeightTaken(
        "A-01",
        SCALE,
        at.toString(),
        at,
        kg(gross),
        tare,
        net == null ? null : kg(net),
        5,
        corrects,
        "0".repeat(64));
  }

  private Loaded enter(NewLoad wanted) {
    return database.inTransaction(
        em -> {
          LoadDesk desk = new LoadDesk();
          desk.passages = new PassageSearch();
          desk.passages.em = em;
          desk.search = search(em);
          desk.book = book(em);
          return desk.enter(wanted, "guard");
        });
  }

  private int clerk() {
    return database.inTransaction(
        em -> {
          LoadClerk clerk = new LoadClerk();
          clerk.search = search(em);
          clerk.book = book(em);
          clerk.siteBook = site();
          clerk.clock = Clock.fixed(now, ZoneOffset.UTC);
          return clerk.runOnce();
        });
  }

  private Cargo cargo(Passage passage) {
    return database.inTransaction(
        em -> {
          return search(em).of(passage);
        });
  }

  private static void assertSound() {
    LedgerCheck check =
        database.inTransaction(
            em -> {
              return ledger(em).verify();
            });
    assertThat(check.sound()).isTrue();
  }

  private List<Weighing> newest() {
    return ask(em -> search(em).newestWeighings(null, 10));
  }

  private <T> List<T> ask(java.util.function.Function<EntityManager, List<T>> question) {
    return database.inTransaction(question);
  }

  /** A filed vehicle with a VIN. */
  private Passage passage(Instant at, String event) {
    return database.inTransaction(
        em -> {
          var arrival = aTruckAt(at).event(event).arrival();
          Vehicle vehicle = new OneVehicle().byVin(VIN).orElseThrow();
          Decision decision =
              Admission.decide(
                  new Facts(
                      arrival.lane().direction(),
                      arrival.sighting(),
                      arrival.plate(),
                      arrival.color(),
                      Optional.of(PassageDraft.filed(vehicle)),
                      Optional.empty(),
                      List.of(),
                      List.of(),
                      arrival.seenAt()));
          Passage passage =
              PassageDraft.of(
                  arrival,
                  Optional.of(vehicle),
                  new PhotoDigests(Optional.empty(), Optional.empty()),
                  decision,
                  at);
          passage.setLedgerSeq(
              ledger(em)
                  .append(
                      "passage",
                      passage.getSerialNo(),
                      PassageText.of(
                          "530181000001", passage, PassageDraft.reasons(decision.verdict())))
                  .seq());
          em.persist(passage);
          return passage;
        });
  }

  private static WeighingBook weighings(EntityManager em) {
    WeighingBook book = new WeighingBook();
    book.em = em;
    book.ledger = ledger(em);
    book.siteBook = new SiteBook(Sites.oneGate());
    return book;
  }

  private LoadSearch search(EntityManager em) {
    LoadSearch search = new LoadSearch();
    search.em = em;
    search.registry = new OneVehicle();
    search.siteBook = site();
    return search;
  }

  private LoadBook book(EntityManager em) {
    LoadBook book = new LoadBook();
    book.em = em;
    book.search = search(em);
    book.ledger = ledger(em);
    book.siteBook = site();
    book.clock = Clock.fixed(now, ZoneOffset.UTC);
    book.changed = new HeardEvents<>();
    return book;
  }

  private SiteBook site() {
    Site site = Sites.oneGate();
    LoadRule rule = new LoadRule(automatic, Duration.ofMinutes(10));
    return new SiteBook(
        new Site(false, site.enterprise(), site.gates(), site.platforms(), rule, DemoData.NONE));
  }

  private static Ledger ledger(EntityManager em) {
    return new Ledger(em, Clock.fixed(TEN, ZoneOffset.UTC), new HeardEvents<>());
  }

  private static BigDecimal kg(String text) {
    return new BigDecimal(text);
  }

  private static final class OneVehicle extends Registry {
    @Override
    public Optional<Vehicle> byVin(String vin) {
      if (!vin.equals(VIN)) {
        return Optional.empty();
      }
      Vehicle vehicle = new Vehicle();
      vehicle.setPlate("云A12345");
      vehicle.setVin(VIN);
      vehicle.setVehicleType("H11");
      vehicle.setUse("F");
      vehicle.setFuel(cn.ecogate.vocabulary.FuelType.DIESEL);
      vehicle.setStage(cn.ecogate.vocabulary.EmissionStage.CHINA_6);
      return Optional.of(vehicle);
    }
  }
}
