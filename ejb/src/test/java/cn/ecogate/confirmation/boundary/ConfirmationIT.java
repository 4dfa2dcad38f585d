package cn.ecogate.confirmation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.confirmation.entity.Confirmation.Cause;
import cn.ecogate.confirmation.entity.Confirmation.State;
import cn.ecogate.confirmation.entity.Confirmation.Thing;
import cn.ecogate.confirmation.entity.Finding;
import cn.ecogate.confirmation.entity.NewCheck;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.LedgerEntry;
import cn.ecogate.passage.Sites;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Site;
import cn.ecogate.strategy.boundary.ListDesk;
import cn.ecogate.strategy.entity.ReceivedListing;
import cn.ecogate.testing.Clause;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A confirmation's life in the real database: opened by itself, re-checked, verified, answered. */
@Clause("HJ 1321-2023 超标信息确认")
class ConfirmationIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final PlateNumber PLATE = new PlateNumber("云A12345");
  private static final String PICTURE = "ab".repeat(32);

  private final SettableClock clock = SettableClock.atSomeMorning();

  @BeforeEach
  void nothingYet() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("名单上的车到门口：提出一次，再来不再提出；不在名单上的不提出")
  void aListedVehicleThatIsMetIsAskedAboutOnce() {
    list("冒黑烟");
    met("S-1");
    met("S-2");
    book(
        book -> {
          book.met("云A99999", PlateColor.YELLOW, "S-3");
          return null;
        });
    assertThat(all()).hasSize(1);
    Confirmation work = all().get(0);
    assertThat(work.getCause()).isEqualTo(Cause.MET);
    assertThat(work.getPassageSerial()).isEqualTo("S-1");
    assertThat(work.getReason()).isEqualTo("冒黑烟");
    assertThat(work.getState()).isEqualTo(State.OPEN);
    assertThat(audit(work)).contains("act: confirmation-opened\n", "cause: MET\n");
  }

  @Test
  @DisplayName("本厂备案的车辆和机械被列入：自动提出；别人的不提出，已解除的不提出")
  void whatIsOnFileIsAskedAbout() throws SQLException {
    file(
        "INSERT INTO machine (code, plate, pin, kind, fuel, stage, service, filed_at, changed_at, version)"
            + " VALUES ('JX-001', '云A00007', 'PIN0000000000007', 'LOADER', 'DIESEL', 'CHINA_3', 'ACTIVE', NOW(), NOW(), 0)");
    receive("云A00007", "PIN0000000000007");
    receive("云A00008", null);
    long lookedAt = book(book -> book.onFile(0));
    assertThat(all()).hasSize(1);
    Confirmation work = all().get(0);
    assertThat(work.getCause()).isEqualTo(Cause.ON_FILE);
    assertThat(work.getThing()).isEqualTo(Thing.MACHINE);
    assertThat(work.getMachine()).isEqualTo("JX-001");
    assertThat(work.name()).isEqualTo("JX-001");
    assertThat((long) book(book -> book.onFile(lookedAt))).isEqualTo(lookedAt);
    assertThat((long) book(book -> book.onFile(0))).isEqualTo(lookedAt);
    assertThat(all()).hasSize(1);
  }

  @Test
  @DisplayName("复核、另一人审定，即为答复：写入台账，写明谁、何时、看到什么")
  void twoPeopleMakeAnAnswer() {
    list("冒黑烟");
    met("S-1");
    long id = all().get(0).getId();
    check(id, Finding.REPAIRED, "更换后处理装置", Optional.of(PICTURE), "guard");
    assertThatThrownBy(() -> book(book -> book.verify(id, "", "guard")))
        .hasMessage("复核和审定须由两个人完成：您做了复核，请由另一人审定。");
    Confirmation answered = book(book -> book.verify(id, "同意", "officer"));
    assertThat(answered.getState()).isEqualTo(State.ANSWERED);
    LedgerEntry entry = entries("confirmation", id).get(0);
    assertThat(entry.seq()).isEqualTo(answered.getAnswerSeq());
    assertThat(entry.text())
        .startsWith("ecogate confirmation 1\nconfirmation: " + id + "\n")
        .contains(
            "\nthing: VEHICLE\nplate: 云A12345\ncolor: 1\n",
            "\nreason: 冒黑烟\n",
            "\npassage: S-1\nfinding: REPAIRED\nwords: 更换后处理装置\nevidence: " + PICTURE + "\n",
            "\nchecked-by: guard\nverdict: 同意\n",
            "\nverified-by: officer\n");
    assertThatThrownBy(() -> check(id, Finding.EXCEEDS, "再看", Optional.empty(), "guard"))
        .hasMessage("这项确认已经答复，不能再改；情况有变请重新列入名单。");
  }

  @Test
  @DisplayName("退回写明要补什么，复核重来；没有复核的不能审定")
  void givenBackItIsCheckedAgain() {
    list("冒黑烟");
    met("S-1");
    long id = all().get(0).getId();
    assertThatThrownBy(() -> book(book -> book.verify(id, "", "officer")))
        .hasMessage("这项确认还没有复核，或已经答复，请刷新列表。");
    check(id, Finding.EXCEEDS, "看了", Optional.empty(), "guard");
    assertThatThrownBy(() -> book(book -> book.giveBack(id, " ", "officer")))
        .hasMessage("请写明为什么退回，复核的人要知道补什么。");
    book(book -> book.giveBack(id, "请附照片", "officer"));
    assertThat(all().get(0).getState()).isEqualTo(State.OPEN);
    assertThat(audit(all().get(0))).contains("act: confirmation-returned\n", "why: 请附照片\n");
    check(id, Finding.EXCEEDS, "又看了", Optional.of(PICTURE), "guard");
    assertThat(all().get(0).getState()).isEqualTo(State.CHECKED);
  }

  @Test
  @DisplayName("没有结论、没有说明、未超标却没有附图，各有一句话；什么也不写")
  void whatIsMissingIsSaid() {
    list("冒黑烟");
    met("S-1");
    long id = all().get(0).getId();
    assertThatThrownBy(() -> check(id, null, "看了", Optional.empty(), "guard"))
        .hasMessage("请选择复核的结论。");
    assertThatThrownBy(() -> check(id, Finding.EXCEEDS, " ", Optional.empty(), "guard"))
        .hasMessage("请写明复核看到了什么。");
    assertThatThrownBy(() -> check(id, Finding.MEETS, "没有冒烟", Optional.empty(), "guard"))
        .hasMessage("结论为“不属实，未超标”，请附上检测报告或照片。");
    assertThat(all().get(0).getState()).isEqualTo(State.OPEN);
  }

  @Test
  @DisplayName("机械由人提出；台账里没有的编码说明没有")
  void aMachineIsAskedAboutByHand() throws SQLException {
    file(
        "INSERT INTO machine (code, plate, pin, kind, fuel, stage, service, filed_at, changed_at, version)"
            + " VALUES ('JX-002', NULL, NULL, 'LOADER', 'DIESEL', 'CHINA_3', 'ACTIVE', NOW(), NOW(), 0)");
    Confirmation work = book(book -> book.ofMachine(" JX-002 ", "作业时冒黑烟", "keeper"));
    assertThat(work.getThing()).isEqualTo(Thing.MACHINE);
    assertThat(work.getCause()).isEqualTo(Cause.BY_HAND);
    assertThatThrownBy(() -> book(book -> book.ofMachine("JX-999", "冒烟", "keeper")))
        .hasMessage("机械台账中没有这个环保登记编码，请核对。");
    assertThat(count(State.OPEN)).isEqualTo(1);
    assertThat(count(State.ANSWERED)).isZero();
    assertThat(count(null)).isEqualTo(1);
  }

  private void check(long id, Finding finding, String words, Optional<String> picture, String who) {
    book(book -> book.check(id, new NewCheck(finding, words, picture), who));
  }

  private void met(String serial) {
    book(
        book -> {
          book.met(PLATE.text(), PlateColor.YELLOW, serial);
          return null;
        });
  }

  private void list(String reason) {
    in(
        em ->
            new ListDesk(em, ledger(em), clock)
                .list(
                    PLATE,
                    PlateColor.YELLOW,
                    new Listing("本厂", reason, LocalDate.of(2026, 11, 20)),
                    "officer"));
  }

  private void receive(String plate, String vin) {
    in(
        em ->
            new ListDesk(em, ledger(em), clock)
                .receive(
                    "city",
                    "市平台",
                    false,
                    List.of(
                        new ReceivedListing(
                            new PlateNumber(plate),
                            PlateColor.YELLOW,
                            Optional.ofNullable(vin),
                            Optional.empty(),
                            Optional.empty(),
                            "尾气超标",
                            LocalDate.of(2026, 11, 20),
                            false))));
  }

  private static void file(String insert) throws SQLException {
    try (Connection connection = database.connection();
        Statement plain = connection.createStatement()) {
      plain.executeUpdate(insert);
    }
  }

  private List<Confirmation> all() {
    return in(em -> search(em).find(null, null, 50).rows());
  }

  private long count(State state) {
    return in(em -> search(em).count(state));
  }

  private String audit(Confirmation work) {
    return String.join(
        "\n", entries("audit", work.getId()).stream().map(LedgerEntry::text).toList());
  }

  private List<LedgerEntry> entries(String kind, long id) {
    return in(em -> ledger(em).about(kind, "confirmation:" + id));
  }

  private static ConfirmationSearch search(EntityManager em) {
    ConfirmationSearch search = new ConfirmationSearch();
    search.em = em;
    return search;
  }

  private <T> T book(Function<ConfirmationBook, T> act) {
    return in(
        em -> {
          ConfirmationBook book = new ConfirmationBook();
          book.em = em;
          book.ledger = ledger(em);
          book.clock = clock;
          book.siteBook =
              new SiteBook() {
                @Override
                public Site site() {
                  return Sites.oneGate();
                }
              };
          return act.apply(book);
        });
  }

  private Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>());
  }

  private static <T> T in(Function<EntityManager, T> work) {
    return database.inTransaction(work);
  }
}
