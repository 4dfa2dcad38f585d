package cn.ecogate.registry.boundary;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.registry.control.FilingCheck;
import cn.ecogate.registry.control.ReviewPlan;
import cn.ecogate.registry.control.VehicleText;
import cn.ecogate.registry.entity.FormerPlate;
import cn.ecogate.registry.entity.PlateChange;
import cn.ecogate.registry.entity.ReviewState;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.ReviewRule;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does what {@link Registry} allows, for callers who name the person themselves because nobody is
 * signed in where they run. It asks for no role: screens and resources use {@link Registry}.
 */
@Stateless
@PermitAll
public class FilingDesk {

  /** The plant's calendar: a licence is dated in Chinese time. */
  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  /** A temporary filing bridges the time until the papers are there, not longer. */
  private static final Duration TEMPORARY_AT_MOST = Duration.ofDays(30);

  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_RETURN = 500;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject SiteBook siteBook;

  private Supplier<ReviewRule> rule = () -> siteBook.site().reviewRule();

  /** For the container. */
  public FilingDesk() {}

  /** For tests: what the container would inject, in a plant that reviews nothing. */
  public FilingDesk(EntityManager em, Ledger ledger, Clock clock) {
    this(em, ledger, clock, ReviewRule.NONE);
  }

  /** For tests: the same in a plant of that rule. */
  public FilingDesk(EntityManager em, Ledger ledger, Clock clock, ReviewRule rule) {
    this.em = em;
    this.ledger = ledger;
    this.clock = clock;
    this.rule = () -> rule;
  }

  /** Files a new vehicle for that user. */
  public Vehicle file(Vehicle typed, String who) {
    Vehicle vehicle = checkedNew(typed);
    ReviewPlan.filed(vehicle, rule.get(), who);
    return keepNew(vehicle, "vehicle-filed", who);
  }

  /**
   * Files a vehicle at the lane until that moment, so that the rules can decide about it now; it
   * waits for somebody who completes and checks it. One that is filed so already is filed anew.
   */
  public Vehicle fileTemporarily(Vehicle typed, Instant until, String who) {
    Instant end = until.truncatedTo(ChronoUnit.MILLIS);
    FilingCheck.temporary(end, now(), TEMPORARY_AT_MOST);
    Optional<Vehicle> again =
        samePlate(FilingCheck.checked(typed, today()), null)
            .filter(known -> known.getTemporaryUntil() != null);
    if (again.isPresent()) {
      Vehicle known = claim(again.get().getId(), again.get().getVersion());
      Map<String, Object> before = VehicleText.standing(known);
      Vehicle checked = checkedAgain(typed, known);
      known.takeItemsOf(checked);
      known.setTemporaryUntil(end);
      known.submit(who);
      return keepChanged(known, "vehicle-filed-temporarily", who, before);
    }
    Vehicle vehicle = checkedNew(typed);
    vehicle.submit(who);
    vehicle.setTemporaryUntil(end);
    return keepNew(vehicle, "vehicle-filed-temporarily", who);
  }

  /**
   * Changes a vehicle for that user; {@code Rejected("stale-edit")} if it has changed meanwhile.
   */
  public Vehicle amend(Vehicle typed, String who) {
    if (typed.getId() == null) {
      throw new IllegalStateException("a vehicle that was never filed cannot be amended");
    }
    Vehicle vehicle = claim(typed.getId(), typed.getVersion());
    Vehicle checked = checkedAgain(typed, vehicle);
    Map<String, Object> before = VehicleText.standing(vehicle);
    if (VehicleText.items(vehicle).equals(VehicleText.items(checked))) {
      return vehicle;
    }
    if (!samePlateAs(vehicle, checked.getPlate(), checked.getPlateColor())) {
      em.persist(new FormerPlate(vehicle, now(), "修改备案", who));
    }
    boolean weighty = ReviewPlan.weighty(vehicle, checked);
    vehicle.takeItemsOf(checked);
    ReviewPlan.changed(vehicle, weighty, rule.get(), who);
    return keepChanged(vehicle, "vehicle-amended", who, before);
  }

  /** The same vehicle under another plate; the one it had stays in its history. */
  public Vehicle changePlate(PlateChange change, String who) {
    String reason = FilingCheck.reason(change.reason(), LONGEST_REASON);
    Vehicle vehicle = claim(change.vehicleId(), change.version());
    Map<String, Object> before = VehicleText.standing(vehicle);
    Vehicle typed = new Vehicle();
    typed.takeItemsOf(vehicle);
    typed.setPlate(change.plate());
    typed.setPlateColor(change.color());
    Vehicle checked = checkedAgain(typed, vehicle);
    if (samePlateAs(vehicle, checked.getPlate(), checked.getPlateColor())) {
      throw new Rejected(
          "plate-same", "plate", "新号牌与现在的号牌 " + vehicle.plateInWords() + "相同，请填写换发后的号牌。");
    }
    em.persist(new FormerPlate(vehicle, now(), reason, who));
    vehicle.takeItemsOf(checked);
    ReviewPlan.changed(vehicle, true, rule.get(), who);
    return keepChanged(vehicle, "vehicle-plate-changed", who, before);
  }

  /** Puts a filing in force; {@code Rejected("own-filing")} where another person has to. */
  public Vehicle check(long id, long version, String who) {
    Vehicle vehicle = claim(id, version);
    if (vehicle.getReview() == ReviewState.IN_FORCE) {
      throw new Rejected("review-over", "", vehicle.plateInWords() + "的备案已经生效，不必再审核。");
    }
    ReviewPlan.mayCheck(vehicle, rule.get(), who);
    Map<String, Object> before = VehicleText.standing(vehicle);
    vehicle.putInForce(who, now());
    return keepChanged(vehicle, "vehicle-checked", who, before);
  }

  /** Gives a filing back to whoever submitted it, with what has to be put right. */
  public Vehicle giveBack(long id, long version, String why, String who) {
    String reason = FilingCheck.reason(why, LONGEST_RETURN);
    Vehicle vehicle = claim(id, version);
    if (vehicle.getReview() != ReviewState.AWAITING) {
      throw new Rejected(
          "review-over",
          "",
          vehicle.plateInWords() + "的备案" + vehicle.getReview().label() + "，不在待审核之列，请刷新列表。");
    }
    Map<String, Object> before = VehicleText.standing(vehicle);
    vehicle.giveBack(who, now(), reason);
    return keepChanged(vehicle, "vehicle-returned", who, before);
  }

  /** True if no vehicle is on file yet. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean empty() {
    return em.createQuery("SELECT v.id FROM Vehicle v", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private Vehicle checkedNew(Vehicle typed) {
    Vehicle vehicle = FilingCheck.checked(typed, today());
    FilingCheck.onFileOnce(vehicle, samePlate(vehicle, null), sameVin(vehicle, null));
    return vehicle;
  }

  private Vehicle checkedAgain(Vehicle typed, Vehicle known) {
    Vehicle checked = FilingCheck.checked(typed, today());
    FilingCheck.onFileOnce(
        checked, samePlate(checked, known.getId()), sameVin(checked, known.getId()));
    return checked;
  }

  /** The filing for the rest of the transaction, as whoever changes it has seen it. */
  private Vehicle claim(long id, long version) {
    Vehicle vehicle = em.find(Vehicle.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (vehicle == null) {
      throw new Rejected("vehicle-unknown", "", "该车辆的备案不存在，请刷新列表。");
    }
    if (vehicle.getVersion() != version) {
      throw new Rejected(
          "stale-edit", "", vehicle.plateInWords() + "的备案在您编辑期间已被他人修改，请重新打开该车辆，核对后再改。");
    }
    return vehicle;
  }

  private static boolean samePlateAs(Vehicle vehicle, String plate, PlateColor color) {
    return vehicle.getPlate().equals(plate) && vehicle.getPlateColor() == color;
  }

  private Vehicle keepNew(Vehicle vehicle, String act, String who) {
    Instant now = now();
    vehicle.setFiledAt(now);
    vehicle.setChangedAt(now);
    em.persist(vehicle);
    write();
    enter(vehicle, act, who, Optional.empty());
    return vehicle;
  }

  private Vehicle keepChanged(Vehicle vehicle, String act, String who, Map<String, Object> before) {
    vehicle.setChangedAt(now());
    write();
    enter(vehicle, act, who, Optional.of(before));
    return vehicle;
  }

  /** Last in the transaction: the ledger's head stays locked until its end. */
  private void enter(
      Vehicle vehicle, String act, String who, Optional<Map<String, Object>> before) {
    ledger.append(
        "audit",
        "vehicle:" + vehicle.getId(),
        VehicleText.of(act, who, vehicle.getChangedAt(), before, VehicleText.standing(vehicle)));
  }

  /** Two people may have passed the check at once; then the unique keys decide. */
  private void write() {
    try {
      em.flush();
    } catch (PersistenceException e) {
      if (isDuplicate(e)) {
        throw new Rejected("filed-meanwhile", "plate", "同一号牌或同一车辆识别代号的车辆刚刚由他人备案，请刷新列表后再试。");
      }
      throw e;
    }
  }

  private static boolean isDuplicate(Throwable fault) {
    return fault instanceof SQLIntegrityConstraintViolationException
        || fault.getCause() != null && isDuplicate(fault.getCause());
  }

  private Optional<Vehicle> samePlate(Vehicle vehicle, Long self) {
    return em.createQuery(
            "SELECT v FROM Vehicle v WHERE v.plate = :plate AND v.plateColor = :color",
            Vehicle.class)
        .setParameter("plate", vehicle.getPlate())
        .setParameter("color", vehicle.getPlateColor())
        .getResultStream()
        .filter(found -> !found.getId().equals(self))
        .findFirst();
  }

  private Optional<Vehicle> sameVin(Vehicle vehicle, Long self) {
    return vehicle.getVin() == null
        ? Optional.empty()
        : em.createQuery("SELECT v FROM Vehicle v WHERE v.vin = :vin", Vehicle.class)
            .setParameter("vin", vehicle.getVin())
            .getResultStream()
            .filter(found -> !found.getId().equals(self))
            .findFirst();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), PLANT_ZONE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
