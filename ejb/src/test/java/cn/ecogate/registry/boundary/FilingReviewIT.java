package cn.ecogate.registry.boundary;

import static cn.ecogate.registry.control.VehicleExample.aTruck;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.registry.entity.Fleet;
import cn.ecogate.registry.entity.FormerPlate;
import cn.ecogate.registry.entity.PlateChange;
import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.ServiceState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.registry.entity.VehicleFilter;
import cn.ecogate.site.entity.ReviewRule;
import cn.ecogate.testing.HeardEvents;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SettableClock;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A filing's way from whoever filed it to whoever checks it; a vehicle's plates; its fleet. */
class FilingReviewIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SettableClock clock = SettableClock.atSomeMorning();

  @BeforeEach
  void empty() throws SQLException {
    database.empty();
  }

  @Test
  @DisplayName("备案待审核，由另一人审核后生效，每一步都在台账里")
  void aFilingIsCheckedByAnotherPerson() {
    Vehicle filed = desk(desk -> desk.file(aTruck(), "wang"));
    assertThat(waiting()).containsExactly("云A12345");

    assertRejected("own-filing", desk -> desk.check(filed.getId(), filed.getVersion(), "wang"));
    Vehicle checked = desk(desk -> desk.check(filed.getId(), filed.getVersion(), "li"));

    assertThat(checked.getReview()).isEqualTo(ReviewState.IN_FORCE);
    assertThat(checked.getReviewedBy()).isEqualTo("li");
    assertThat(waiting()).isEmpty();
    assertThat(audit(filed))
        .extracting(text -> text.split("\n")[1])
        .containsExactly("act: vehicle-filed", "act: vehicle-checked");
    assertThat(audit(filed).get(1))
        .contains("user: li\n", "before-review: AWAITING\n", "after-review: IN_FORCE\n");
    assertRejected("review-over", desk -> desk.check(filed.getId(), checked.getVersion(), "li"));
  }

  @Test
  @DisplayName("退回要写原因；改过之后重新待审核；看过旧内容的审核人被告知")
  void aReturnedFilingIsPutRightAndWaitsAgain() {
    Vehicle filed = desk(desk -> desk.file(aTruck(), "wang"));
    assertRejected(
        "reason-missing", desk -> desk.giveBack(filed.getId(), filed.getVersion(), " ", "li"));
    Vehicle returned =
        desk(desk -> desk.giveBack(filed.getId(), filed.getVersion(), "行驶证看不清", "li"));
    assertThat(returned.getReview()).isEqualTo(ReviewState.RETURNED);

    returned.setEngineNo("52120872");
    Vehicle again = desk(desk -> desk.amend(returned, "wang"));
    assertThat(again.getReview()).isEqualTo(ReviewState.AWAITING);
    assertThat(again.getReturnedFor()).isNull();
    assertRejected("stale-edit", desk -> desk.check(filed.getId(), filed.getVersion(), "li"));
  }

  @Test
  @DisplayName("换牌：还是这辆车，旧号牌留在历史里，按旧号牌也能找到")
  void aChangedPlateKeepsTheVehicleAndItsHistory() {
    Vehicle filed = desk(desk -> desk.file(aTruck(), "wang"));
    assertRejected("vin-known", desk -> desk.file(aTruck("云A67890", filed.getVin()), "wang"));

    Vehicle changed =
        desk(
            desk ->
                desk.changePlate(
                    new PlateChange(
                        filed.getId(), filed.getVersion(), "云a67890", PlateColor.YELLOW, "号牌损坏换发"),
                    "wang"));

    assertThat(changed.getId()).isEqualTo(filed.getId());
    assertThat(changed.getPlate()).isEqualTo("云A67890");
    List<FormerPlate> former = registry(registry -> registry.formerPlates(filed.getId()));
    assertThat(former)
        .singleElement()
        .satisfies(
            plate -> {
              assertThat(plate.getPlate()).isEqualTo("云A12345");
              assertThat(plate.getReason()).isEqualTo("号牌损坏换发");
              assertThat(plate.getChangedBy()).isEqualTo("wang");
            });
    assertThat(plates(new VehicleFilter("云A12345", null, null))).containsExactly("云A67890");
    assertThat(audit(filed).get(1))
        .contains(
            "act: vehicle-plate-changed\n", "before-plate: 云A12345\n", "after-plate: 云A67890\n");
  }

  @Test
  @DisplayName("换成别车的号牌、换成自己的号牌、不写原因，都换不了")
  void aPlateIsNotChangedToWhatCannotBe() {
    Vehicle filed = desk(desk -> desk.file(aTruck(), "wang"));
    desk(desk -> desk.file(aTruck("云A67890", null), "wang"));
    assertRejected("plate-known", desk -> desk.changePlate(change(filed, "云A67890", "换发"), "wang"));
    assertRejected("plate-same", desk -> desk.changePlate(change(filed, "云A12345", "换发"), "wang"));
    assertRejected(
        "reason-missing", desk -> desk.changePlate(change(filed, "云A67891", ""), "wang"));
    assertRejected("plate-shape", desk -> desk.changePlate(change(filed, "云A", "换发"), "wang"));
    assertThat(audit(filed)).hasSize(1);
  }

  @Test
  @DisplayName("车道上临时备案有截止时间，重复办理延长，审核通过转为正式")
  void aTemporaryFilingBecomesARealOne() {
    Vehicle filed =
        desk(
            desk ->
                desk.fileTemporarily(aTruck(), clock.instant().plus(Duration.ofHours(8)), "guard"));
    assertThat(filed.getReview()).isEqualTo(ReviewState.AWAITING);
    assertThat(filed.getTemporaryUntil()).isEqualTo(clock.instant().plus(Duration.ofHours(8)));

    Vehicle longer =
        desk(
            desk ->
                desk.fileTemporarily(aTruck(), clock.instant().plus(Duration.ofDays(1)), "guard"));
    assertThat(longer.getId()).isEqualTo(filed.getId());
    assertThat(longer.getTemporaryUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(plates(new VehicleFilter(null, null, null, null, null, null, true, null)))
        .containsExactly("云A12345");

    Vehicle real = desk(desk -> desk.check(longer.getId(), longer.getVersion(), "li"));
    assertThat(real.getTemporaryUntil()).isNull();
    assertRejected(
        "plate-known",
        desk -> desk.fileTemporarily(aTruck(), clock.instant().plus(Duration.ofDays(1)), "guard"));
  }

  @Test
  @DisplayName("临时备案的截止时间不能已过，也不能超过三十天")
  void aTemporaryFilingHasASoundEnd() {
    assertRejected(
        "temporary-over", desk -> desk.fileTemporarily(aTruck(), clock.instant(), "guard"));
    assertRejected(
        "temporary-long",
        desk -> desk.fileTemporarily(aTruck(), clock.instant().plus(Duration.ofDays(31)), "guard"));
  }

  @Test
  @DisplayName("车队按车数列出，维修的车计入，停用的不计")
  void fleetsCountWhatIsUnderRepairButNotWhatIsRetired() {
    Vehicle repaired = aTruck();
    repaired.setService(ServiceState.UNDER_REPAIR);
    Vehicle retired = aTruck("云A00002", null);
    retired.setService(ServiceState.RETIRED);
    Vehicle other = aTruck("云A00003", null);
    other.setOwner("金马");
    other.setStage(EmissionStage.CHINA_4);
    List.of(repaired, retired, other).forEach(vehicle -> desk(desk -> desk.file(vehicle, "wang")));

    List<Fleet> fleets = registry(registry -> registry.fleets(""));
    assertThat(fleets)
        .extracting(Fleet::name, Fleet::vehicles)
        .containsExactlyInAnyOrder(tuple("安宁顺达物流有限公司", 1L), tuple("金马", 1L));
    assertThat(this.<List<Fleet>>registry(registry -> registry.fleets("金")))
        .extracting(Fleet::name)
        .containsExactly("金马");
  }

  @Test
  @DisplayName("到期的备案可以单独列出")
  void filingsThatEndAreListed() {
    Vehicle ending = aTruck();
    ending.setValidUntil(LocalDate.of(2026, 11, 30));
    desk(desk -> desk.file(ending, "wang"));
    desk(desk -> desk.file(aTruck("云A00002", null), "wang"));
    assertThat(plates(endsBefore(LocalDate.of(2026, 12, 1)))).containsExactly("云A12345");
    assertThat(plates(endsBefore(LocalDate.of(2026, 11, 30)))).isEmpty();
  }

  private static VehicleFilter endsBefore(LocalDate day) {
    return new VehicleFilter(null, null, null, null, null, null, false, day);
  }

  private static PlateChange change(Vehicle vehicle, String plate, String reason) {
    return new PlateChange(vehicle.getId(), vehicle.getVersion(), plate, PlateColor.YELLOW, reason);
  }

  private List<String> waiting() {
    return plates(VehicleFilter.awaitingReview());
  }

  private List<String> plates(VehicleFilter filter) {
    return registry(
        registry ->
            registry.find(filter, null, 50).rows().stream().map(Vehicle::getPlate).toList());
  }

  private List<String> audit(Vehicle vehicle) {
    return database.inTransaction(
        (EntityManager em) -> {
          return ledger(em).about("audit", "vehicle:" + vehicle.getId()).stream()
              .map(entry -> entry.text())
              .toList();
        });
  }

  private <T> T desk(Function<FilingDesk, T> act) {
    Function<EntityManager, T> work = em -> act.apply(desk(em));
    return database.inTransaction(work);
  }

  private <T> T registry(Function<Registry, T> question) {
    Function<EntityManager, T> work =
        em -> question.apply(new Registry(em, desk(em), SignedIn.as("wang")));
    return database.inTransaction(work);
  }

  private FilingDesk desk(EntityManager em) {
    return new FilingDesk(em, ledger(em), clock, ReviewRule.ANOTHER_PERSON);
  }

  private Ledger ledger(EntityManager em) {
    return new Ledger(em, clock, new HeardEvents<>());
  }

  private void assertRejected(String code, Function<FilingDesk, Vehicle> act) {
    assertThatThrownBy(() -> desk(act))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo(code));
  }
}
