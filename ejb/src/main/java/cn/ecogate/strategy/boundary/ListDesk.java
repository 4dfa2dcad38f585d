package cn.ecogate.strategy.boundary;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.strategy.control.ListChanges;
import cn.ecogate.strategy.control.StrategyCheck;
import cn.ecogate.strategy.control.StrategyText;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.ListReceipt;
import cn.ecogate.strategy.entity.ListReception;
import cn.ecogate.strategy.entity.ReceivedListing;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Changes the exceeding list for callers who name the person themselves, and takes the lists that
 * platforms send. It asks for no role: screens and resources use {@link ExceedingList}.
 */
@Stateless
@PermitAll
public class ListDesk {

  /** Vehicles in one ledger entry; a province's list would not fit into one. */
  private static final int LINES = 500;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject Clock clock;

  /** For the container. */
  public ListDesk() {}

  /** For tests: what the container would inject. */
  public ListDesk(EntityManager em, Ledger ledger, Clock clock) {
    this.em = em;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Puts a vehicle on the exceeding list for that user. */
  public ExceedingVehicle list(PlateNumber plate, PlateColor color, Listing listing, String who) {
    return list(plate, color, listing, null, who);
  }

  /**
   * Puts a vehicle on the exceeding list for that user, with the digest of a picture that shows
   * why; null if there is none.
   */
  public ExceedingVehicle list(
      PlateNumber plate, PlateColor color, Listing listing, String evidence, String who) {
    StrategyCheck.check(listing);
    Instant now = now();
    ExceedingVehicle entry = new ExceedingVehicle(plate, color, listing, evidence, who, now);
    em.persist(entry);
    em.flush();
    ledger.append(
        "audit",
        "exceeding:" + entry.getId(),
        StrategyText.listed(plate, color, listing, who, now).line("evidence", evidence));
    return entry;
  }

  /**
   * Takes a vehicle off the house's own list; a platform's entries are released by the platform.
   */
  public ExceedingVehicle release(long id, String why, String who) {
    ExceedingVehicle entry = em.find(ExceedingVehicle.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (entry == null) {
      throw new Rejected("listing-unknown", "", "名单上没有这一条，请刷新列表。");
    }
    if (entry.released()) {
      throw new Rejected("already-released", "", entry.plateInWords() + "已经解除，无需再次解除。");
    }
    if (entry.getPlatform() != null) {
      throw new Rejected("listed-by-platform", "", "该车由监管平台列入，须由平台解除；请向平台申请复核和解除。");
    }
    String reason = StrategyCheck.reason(why, "解除原因");
    Instant now = now();
    entry.release(who, reason, now);
    em.flush();
    ledger.append(
        "audit",
        "exceeding:" + id,
        StrategyText.released(
            entry.getPlate(), entry.getPlateColor(), entry.getSource(), reason, who, now));
    return entry;
  }

  /**
   * Takes a platform's list, in one transaction: all of it or nothing.
   *
   * @param source how the list is called before people, e.g. the platform's name
   * @param full it is the whole list: who is not on it any more is released; otherwise only what is
   *     sent changes
   */
  public ListReceipt receive(
      String platform, String source, boolean full, List<ReceivedListing> sent) {
    Instant now = now();
    ListChanges changes = ListChanges.between(standing(platform), sent, full);
    for (ExceedingVehicle entry : changes.released()) {
      entry.release(platform, full ? "平台名单中已无此车" : "平台解除", now);
    }
    for (ExceedingVehicle entry : changes.replaced()) {
      entry.release(platform, "平台更新了列入的内容", now);
    }
    changes
        .kept(source)
        .forEach(
            (vehicle, listing) ->
                em.persist(new ExceedingVehicle(vehicle, platform, listing, now)));
    em.flush();
    ListReceipt receipt = changes.receipt();
    received(platform, source, full, receipt, now);
    record(platform, changes.lines(), now);
    return receipt;
  }

  /** True if no vehicle is on the list yet. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean empty() {
    return em.createQuery("SELECT e.id FROM ExceedingVehicle e", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** A list that changed nothing is not worth a line of its own. */
  private void received(
      String platform, String source, boolean full, ListReceipt receipt, Instant now) {
    Optional<ListReception> newest =
        em.createQuery(
                "SELECT r FROM ListReception r WHERE r.platform = :platform ORDER BY r.id DESC",
                ListReception.class)
            .setParameter("platform", platform)
            .setMaxResults(1)
            .getResultStream()
            .findFirst();
    if (receipt.changed() || newest.isEmpty()) {
      em.persist(new ListReception(platform, source, full, receipt, now));
    } else {
      newest.get().again(now);
    }
    em.flush();
  }

  private List<ExceedingVehicle> standing(String platform) {
    return em.createQuery(
            "SELECT e FROM ExceedingVehicle e"
                + " WHERE e.platform = :platform AND e.releasedAt IS NULL ORDER BY e.id",
            ExceedingVehicle.class)
        .setParameter("platform", platform)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private void record(String platform, List<ListChanges.Line> lines, Instant now) {
    for (int from = 0; from < lines.size(); from += LINES) {
      CanonicalText text = StrategyText.received(platform, now);
      lines
          .subList(from, Math.min(from + LINES, lines.size()))
          .forEach(line -> text.line(line.name(), line.words()));
      ledger.append("audit", "exceeding:" + platform, text);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
