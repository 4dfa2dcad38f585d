package cn.ecogate.strategy.boundary;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.strategy.control.StrategyCheck;
import cn.ecogate.strategy.control.StrategyText;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import cn.ecogate.strategy.entity.StrategyRow;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Does what {@link Strategies} allows, for callers who name the person themselves because nobody is
 * signed in where they run. It asks for no role: screens and resources use {@link Strategies}.
 */
@Stateless
@PermitAll
public class StrategyDesk {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject Clock clock;
  @Inject Event<StrategiesChanged> changed;

  /** For the container. */
  public StrategyDesk() {}

  /** For tests: what the container would inject. */
  public StrategyDesk(
      EntityManager em, Ledger ledger, Clock clock, Event<StrategiesChanged> changed) {
    this.em = em;
    this.ledger = ledger;
    this.clock = clock;
    this.changed = changed;
  }

  /** Keeps a strategy for that user; its id is given here. */
  public ControlStrategy add(ControlStrategy strategy, String who) {
    StrategyCheck.check(strategy);
    Instant now = now();
    StrategyRow row = new StrategyRow(strategy, now);
    em.persist(row);
    em.flush();
    ControlStrategy kept = row.strategy();
    changed.fire(new StrategiesChanged());
    ledger.append("audit", "strategy:" + kept.id(), StrategyText.added(kept, who, now));
    return kept;
  }

  /** Puts a vehicle on the exceeding list for that user. */
  public void list(PlateNumber plate, PlateColor color, Listing listing, String who) {
    StrategyCheck.check(listing);
    Instant now = now();
    ExceedingVehicle entry = new ExceedingVehicle(plate.text(), color, listing, now);
    em.persist(entry);
    em.flush();
    ledger.append(
        "audit",
        "exceeding:" + entry.getId(),
        StrategyText.listed(plate, color, listing, who, now));
  }

  /** True if there is neither a strategy nor a vehicle on the exceeding list yet. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public boolean empty() {
    return isEmpty("SELECT s.id FROM StrategyRow s")
        && isEmpty("SELECT e.id FROM ExceedingVehicle e");
  }

  private boolean isEmpty(String ids) {
    return em.createQuery(ids, Long.class).setMaxResults(1).getResultList().isEmpty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
