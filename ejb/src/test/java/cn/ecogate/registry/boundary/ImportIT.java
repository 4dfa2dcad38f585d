package cn.ecogate.registry.boundary;

import static cn.ecogate.registry.control.VehicleExample.aTruck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerCheck;
import cn.ecogate.registry.control.RowJudge;
import cn.ecogate.registry.control.SheetRow;
import cn.ecogate.registry.control.SheetWriter;
import cn.ecogate.registry.control.VehicleSheet;
import cn.ecogate.registry.entity.FormerPlate;
import cn.ecogate.registry.entity.ImportRow;
import cn.ecogate.registry.entity.ImportRow.Kind;
import cn.ecogate.registry.entity.ImportState;
import cn.ecogate.registry.entity.ImportState.Phase;
import cn.ecogate.registry.entity.Register;
import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.site.entity.ReviewRule;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.Rejected;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A table goes into the register: looked at first, written in chunks, every row in the ledger. */
class ImportIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final int SEVERAL_CHUNKS = 3 * ImportDesk.CHUNK + 1;

  private final SettableClock clock = SettableClock.atSomeMorning();
  private final ImportDesk desk =
      new ImportDesk(new InOneTransaction(), clock, ReviewRule.NONE, Runnable::run);

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("预览不写任何东西；确认后写入，逐车有台账，整次导入另有一条")
  void nothingIsWrittenBeforeSomebodyConfirms() {
    String id = upload(List.of(aTruck(), aTruck("云A00002", null)));
    ImportState preview = state(id);
    assertThat(preview.phase()).isEqualTo(Phase.READY);
    assertThat(preview.count(Kind.NEW)).isEqualTo(1);
    assertThat(preview.count(Kind.WRONG)).isEqualTo(1);
    assertThat(vehicles()).isEmpty();

    desk.write(id, Optional.empty(), "wang");

    assertThat(state(id).phase()).isEqualTo(Phase.DONE);
    assertThat(state(id).written()).isEqualTo(1);
    Vehicle filed = vehicles().get(0);
    assertThat(filed.getPlate()).isEqualTo("云A12345");
    assertThat(audit("vehicle:" + filed.getId()))
        .singleElement()
        .satisfies(
            text ->
                assertThat(text)
                    .contains(
                        "act: vehicle-imported\n", "user: wang\n", "import: " + id, "row: 2\n"));
    assertThat(audit("import:" + id))
        .singleElement()
        .satisfies(
            text ->
                assertThat(text)
                    .contains("rows-written: 1\n", "rows-refused: 0\n", "rows-sha256: "));
    assertThat(verified().sound()).isTrue();
  }

  @Test
  @DisplayName("再传一次没有变化；改过的行列出改前改后；换牌只在勾选后办理")
  void aSecondUploadTellsWhatChanged() {
    write(upload(List.of(aTruck(), aTruck("云A00002", "LFWSRXSJ0N1E08214"))));
    Vehicle changed = aTruck();
    changed.setStage(EmissionStage.CHINA_5);
    Vehicle moved = aTruck("云A00003", "LFWSRXSJ0N1E08214");
    String id = upload(List.of(changed, moved));
    assertThat(state(id).counts()).isEqualTo(Map.of(Kind.CHANGED, 1, Kind.MOVED, 1));

    write(id);
    assertThat(state(id).written()).isEqualTo(1);
    assertThat(plates()).containsExactly("云A00002", "云A12345");

    String again = upload(List.of(moved));
    desk.write(again, Optional.of(Set.of(2)), "wang");
    assertThat(plates()).containsExactly("云A00003", "云A12345");
    assertThat(former()).extracting(FormerPlate::getPlate).containsExactly("云A00002");
    assertThat(state(upload(List.of(changed, moved))).counts())
        .isEqualTo(Map.of(Kind.UNCHANGED, 2));
  }

  @Test
  @DisplayName("预览之后被别人改动的行不写入，并说明")
  void whatSomebodyChangedMeanwhileIsNotOverwritten() {
    String id = upload(List.of(aTruck()));
    Function<EntityManager, Vehicle> other =
        em -> new FilingDesk(em, ledger(em), clock).file(aTruck(), "li");
    database.inTransaction(other);

    write(id);
    assertThat(state(id).written()).isZero();
    assertThat(state(id).refused())
        .singleElement()
        .satisfies(row -> assertThat(row.faults().get(0).sentence()).contains("已被他人改动"));
  }

  @Test
  @DisplayName("企业要求审核时，导入的车待审核")
  void importedVehiclesWaitForReviewWhereThatIsWanted() {
    ImportDesk reviewed =
        new ImportDesk(new InOneTransaction(), clock, ReviewRule.ANOTHER_PERSON, Runnable::run);
    String id = reviewed.begin(Register.VEHICLES, "车辆.xlsx", table(List.of(aTruck())), "wang");
    reviewed.write(id, Optional.empty(), "wang");
    assertThat(vehicles().get(0).getReview()).isEqualTo(ReviewState.AWAITING);
  }

  @Test
  @DisplayName("别人的导入看不到也不能确认；没有可写的行时说明")
  void anImportBelongsToWhoeverUploadedIt() {
    String id = upload(List.of(aTruck()));
    assertThat(desk.job(id, "li")).isEmpty();
    assertRejected("import-unknown", () -> desk.write(id, Optional.empty(), "li"));
    assertRejected("import-nothing", () -> desk.write(id, Optional.of(Set.of(99)), "wang"));
  }

  @Test
  @DisplayName("许多块的表：每行都写入，每行都有台账，台账完整")
  void everyChunkIsWrittenAndTheLedgerStaysSound() {
    List<Vehicle> many = new ArrayList<>();
    for (int i = 0; i < SEVERAL_CHUNKS; i++) {
      many.add(aTruck(String.format("云A%05d", i), String.format("LFWSRXSJ0%08d", i)));
    }
    String id = upload(many);
    write(id);

    assertThat(state(id).written()).isEqualTo(SEVERAL_CHUNKS);
    assertThat(verified().sound()).isTrue();
    assertThat(verified().entries()).isEqualTo(SEVERAL_CHUNKS + 1L);
  }

  private String upload(List<Vehicle> rows) {
    return desk.begin(Register.VEHICLES, "车辆.xlsx", table(rows), "wang");
  }

  private void write(String id) {
    desk.write(id, Optional.empty(), "wang");
  }

  private ImportState state(String id) {
    return desk.job(id, "wang").orElseThrow().state();
  }

  private static byte[] table(List<Vehicle> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetWriter<Vehicle> sheet =
        new SheetWriter<>(VehicleSheet.form(LocalDate.of(2026, 11, 21)), out)) {
      for (Vehicle row : rows) {
        sheet.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private List<String> plates() {
    return vehicles().stream().map(Vehicle::getPlate).toList();
  }

  private List<Vehicle> vehicles() {
    Function<EntityManager, List<Vehicle>> find =
        em ->
            new Registry(em, new FilingDesk(em, ledger(em), clock), SignedIn.as("wang"))
                .find(new VehicleFilter(null, null, null), null, 50)
                .rows();
    return database.inTransaction(find);
  }

  private List<FormerPlate> former() {
    Function<EntityManager, List<FormerPlate>> find =
        em -> em.createQuery("SELECT p FROM FormerPlate p", FormerPlate.class).getResultList();
    return database.inTransaction(find);
  }

  private List<String> audit(String subject) {
    Function<EntityManager, List<String>> find =
        em -> ledger(em).about("audit", subject).stream().map(entry -> entry.text()).toList();
    return database.inTransaction(find);
  }

  private LedgerCheck verified() {
    Function<EntityManager, LedgerCheck> verify = em -> ledger(em).verify();
    return database.inTransaction(verify);
  }

  private Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>());
  }

  private static void assertRejected(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
  }

  /** The book as the container runs it: every call in a transaction of its own. */
  private final class InOneTransaction extends ImportBook {

    @Override
    public <T> List<ImportRow> preview(
        ImportTarget<T> target, RowJudge<T> judge, List<SheetRow> rows) {
      Function<EntityManager, List<ImportRow>> work =
          em -> new ImportBook(em, ledger(em)).preview(target, judge, rows);
      return database.inTransaction(work);
    }

    @Override
    public <T> Written write(
        ImportTarget<T> target,
        RowJudge<T> judge,
        List<SheetRow> rows,
        Map<Integer, Kind> expected,
        ImportNote note) {
      Function<EntityManager, Written> work =
          em -> new ImportBook(em, ledger(em)).write(target, judge, rows, expected, note);
      return database.inTransaction(work);
    }

    @Override
    public long close(ImportNote note, CanonicalText text) {
      Function<EntityManager, Long> work = em -> new ImportBook(em, ledger(em)).close(note, text);
      return database.inTransaction(work);
    }
  }
}
