package cn.ecogate.confirmation.boundary;

import cn.ecogate.confirmation.control.ConfirmationRules;
import cn.ecogate.confirmation.control.ConfirmationText;
import cn.ecogate.confirmation.entity.Confirmation;
import cn.ecogate.confirmation.entity.Confirmation.Cause;
import cn.ecogate.confirmation.entity.NewCheck;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.registry.entity.Machine;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Writes confirmations: row and ledger entry in one transaction, one piece of work for one entry of
 * a list. It asks for no role: screens and resources use {@link ConfirmationDesk}.
 */
@Stateless
@PermitAll
public class ConfirmationBook {

  private static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  /** So many listings are looked at in one transaction. */
  private static final int MOST_AT_ONCE = 200;

  /** Listings not yet asked about of vehicles, plant vehicles and machines on file. */
  private static final String OURS =
      "SELECT e.id FROM exceeding_vehicle e WHERE e.released_at IS NULL AND e.id > ?1 AND e.id <= ?2"
          + " AND NOT EXISTS (SELECT 1 FROM confirmation c WHERE c.listing_id = e.id)"
          + " AND (EXISTS (SELECT 1 FROM vehicle v"
          + "   WHERE v.plate = e.plate AND v.plate_color = e.plate_color)"
          + "  OR EXISTS (SELECT 1 FROM plant_vehicle p WHERE p.plate = e.plate OR p.vin = e.vin)"
          + "  OR EXISTS (SELECT 1 FROM machine m WHERE m.plate = e.plate OR m.pin = e.vin))"
          + " ORDER BY e.id LIMIT "
          + MOST_AT_ONCE;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject SiteBook siteBook;
  @Inject Clock clock;

  /** A vehicle was met that stands on a list: each of its entries is asked about once. */
  public void met(String plate, PlateColor color, String passageSerial) {
    em
        .createNamedQuery(ExceedingVehicle.UNRELEASED, ExceedingVehicle.class)
        .setParameter("plate", plate)
        .setParameter("color", color)
        .getResultList()
        .stream()
        .filter(entry -> !isOpened(entry.getId()))
        .forEach(entry -> open(entry, Cause.MET, passageSerial));
  }

  /**
   * Asks about what is listed and on file, after that entry of the list; answers the last it looked
   * at, the same if there is nothing more.
   */
  @SuppressWarnings("unchecked")
  public long onFile(long after) {
    long newest = newest();
    List<Number> ids =
        em.createNativeQuery(OURS).setParameter(1, after).setParameter(2, newest).getResultList();
    for (Number id : ids) {
      open(em.find(ExceedingVehicle.class, id.longValue()), Cause.ON_FILE, null);
    }
    return ids.size() < MOST_AT_ONCE
        ? Math.max(after, newest)
        : ids.get(ids.size() - 1).longValue();
  }

  private long newest() {
    return em.createQuery("SELECT COALESCE(MAX(e.id), 0) FROM ExceedingVehicle e", Long.class)
        .getSingleResult();
  }

  /** Somebody has doubts about a machine on file. */
  public Confirmation ofMachine(String code, String reason, String who) {
    String why = ConfirmationRules.words(reason, "reason", "请写明为什么要确认这台机械。");
    Machine card =
        em.createQuery("SELECT m FROM Machine m WHERE m.code = :code", Machine.class)
            .setParameter("code", code == null ? "" : code.strip())
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new Rejected("machine-unknown", "machine", "机械台账中没有这个环保登记编码，请核对。"));
    Instant now = now();
    return keep(Confirmation.of(card, why, who, LocalDate.ofInstant(now, PLANT_ZONE), now));
  }

  public Confirmation check(long id, NewCheck told, String who) {
    Confirmation work = known(id);
    NewCheck check = ConfirmationRules.checkable(work, told);
    work.check(check.finding(), check.words(), check.evidence().orElse(null), who, now());
    em.flush();
    audit(work, ConfirmationText.checked(work));
    return work;
  }

  /** The answer: from now on it stands in the ledger for the platform. */
  public Confirmation verify(long id, String words, String who) {
    Confirmation work = known(id);
    ConfirmationRules.verifiable(work, who);
    work.verify(words == null || words.isBlank() ? null : words.strip(), who, now());
    em.flush();
    work.setAnswerSeq(
        ledger
            .append(
                "confirmation",
                subject(work),
                ConfirmationText.answer(siteBook.site().enterprise().number(), work))
            .seq());
    return work;
  }

  public Confirmation giveBack(long id, String why, String who) {
    Confirmation work = known(id);
    ConfirmationRules.verifiable(work, who);
    work.giveBack(ConfirmationRules.words(why, "verdict", "请写明为什么退回，复核的人要知道补什么。"), who, now());
    em.flush();
    audit(work, ConfirmationText.givenBack(work));
    return work;
  }

  private void open(ExceedingVehicle entry, Cause cause, String passageSerial) {
    Confirmation work = Confirmation.of(entry, cause, passageSerial, now());
    machine(entry).ifPresent(work::isMachine);
    keep(work);
  }

  private Optional<Machine> machine(ExceedingVehicle entry) {
    return em.createQuery(
            "SELECT m FROM Machine m WHERE m.plate = :plate OR m.pin = :vin", Machine.class)
        .setParameter("plate", entry.getPlate())
        .setParameter("vin", entry.getVin())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private Confirmation keep(Confirmation work) {
    em.persist(work);
    em.flush();
    audit(work, ConfirmationText.opened(work));
    return work;
  }

  private boolean isOpened(long listingId) {
    return em.createQuery(
                "SELECT COUNT(c) FROM Confirmation c WHERE c.listingId = :listing", Long.class)
            .setParameter("listing", listingId)
            .getSingleResult()
        > 0;
  }

  private Confirmation known(long id) {
    Confirmation work = em.find(Confirmation.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (work == null) {
      throw new Rejected("not-found", "", "没有编号为 " + id + " 的超标信息确认。");
    }
    return work;
  }

  private void audit(Confirmation work, CanonicalText text) {
    ledger.append("audit", subject(work), text);
  }

  private static String subject(Confirmation work) {
    return "confirmation:" + work.getId();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
