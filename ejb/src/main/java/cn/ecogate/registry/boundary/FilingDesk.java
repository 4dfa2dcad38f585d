package cn.ecogate.registry.boundary;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.registry.control.FilingCheck;
import cn.ecogate.registry.control.VehicleText;
import cn.ecogate.registry.entity.Vehicle;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Does what {@link Registry} allows, for callers who name the person themselves because nobody is
 * signed in where they run. It asks for no role: screens and resources use {@link Registry}.
 */
@Stateless
@PermitAll
public class FilingDesk {

  /** The plant's calendar: a licence is dated in Chinese time. */
  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject Clock clock;

  /** For the container. */
  public FilingDesk() {}

  /** For tests: what the container would inject. */
  public FilingDesk(EntityManager em, Ledger ledger, Clock clock) {
    this.em = em;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Files a new vehicle for that user. */
  public Vehicle file(Vehicle typed, String who) {
    Vehicle vehicle = FilingCheck.checked(typed, today());
    FilingCheck.onFileOnce(vehicle, samePlate(vehicle, null), sameVin(vehicle, null));
    Instant now = now();
    vehicle.setFiledAt(now);
    vehicle.setChangedAt(now);
    em.persist(vehicle);
    write();
    enter(vehicle, who, Optional.empty());
    return vehicle;
  }

  /**
   * Changes a vehicle for that user; {@code Rejected("stale-edit")} if it has changed meanwhile.
   */
  public Vehicle amend(Vehicle typed, String who) {
    if (typed.getId() == null) {
      throw new IllegalStateException("a vehicle that was never filed cannot be amended");
    }
    Vehicle vehicle = em.find(Vehicle.class, typed.getId(), LockModeType.PESSIMISTIC_WRITE);
    if (vehicle == null) {
      throw new Rejected("vehicle-unknown", "", "该车辆的备案不存在，请刷新列表。");
    }
    if (vehicle.getVersion() != typed.getVersion()) {
      throw new Rejected(
          "stale-edit", "", vehicle.plateInWords() + "的备案在您编辑期间已被他人修改，请重新打开该车辆，核对后再改。");
    }
    Vehicle checked = FilingCheck.checked(typed, today());
    FilingCheck.onFileOnce(
        checked, samePlate(checked, vehicle.getId()), sameVin(checked, vehicle.getId()));
    Map<String, Object> before = VehicleText.items(vehicle);
    if (before.equals(VehicleText.items(checked))) {
      return vehicle;
    }
    vehicle.takeItemsOf(checked);
    vehicle.setChangedAt(now());
    write();
    enter(vehicle, who, Optional.of(before));
    return vehicle;
  }

  /** True if no vehicle is on file yet. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean empty() {
    return em.createQuery("SELECT v.id FROM Vehicle v", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Last in the transaction: the ledger's head stays locked until its end. */
  private void enter(Vehicle vehicle, String who, Optional<Map<String, Object>> before) {
    ledger.append(
        "audit",
        "vehicle:" + vehicle.getId(),
        VehicleText.of(who, vehicle.getChangedAt(), before, VehicleText.items(vehicle)));
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
