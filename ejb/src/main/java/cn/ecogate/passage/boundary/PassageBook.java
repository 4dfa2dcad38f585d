package cn.ecogate.passage.boundary;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.control.PassageText;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.strategy.boundary.Strategies;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gathers the facts, has them decided and writes passage, ledger entry and dispatch rows at once.
 */
@Stateless
@PermitAll
public class PassageBook {

  /** An unread sighting that is older is not the vehicle a guard is dealing with now. */
  static final Duration SETTLED_WITHIN = Duration.ofMinutes(15);

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Registry registry;
  @Inject Strategies strategies;
  @Inject Ledger ledger;
  @Inject SiteBook siteBook;
  @Inject Clock clock;

  /** One transaction: either all of it is kept or nothing. */
  public Recorded record(Arrival arrival, PhotoDigests photos) {
    Optional<Vehicle> vehicle =
        arrival.plate().flatMap(plate -> registry.byPlate(plate, arrival.color()));
    Decision decision = Admission.decide(facts(arrival, vehicle));
    Passage passage = PassageDraft.of(arrival, vehicle, photos, decision, clock.instant());
    passage.setSettles(settled(arrival).orElse(null));
    passage.setLedgerSeq(
        ledger
            .append(
                "passage",
                passage.getSerialNo(),
                PassageText.of(
                    siteBook.site().enterprise().number(),
                    passage,
                    PassageDraft.reasons(decision.verdict())))
            .seq());
    em.persist(passage);
    return new Recorded(passage, decision.verdict());
  }

  /** Keeps what was done about a recorded passage, and how it went. */
  public void note(List<PassageAct> acts) {
    acts.forEach(em::persist);
  }

  private Facts facts(Arrival arrival, Optional<Vehicle> vehicle) {
    Instant ruling = arrival.late() ? arrival.seenAt() : clock.instant();
    return new Facts(
        arrival.lane().direction(),
        arrival.sighting(),
        arrival.plate(),
        arrival.color(),
        vehicle.map(PassageDraft::filed),
        arrival.plate().flatMap(plate -> strategies.listing(plate, arrival.color())),
        strategies.restrictions(ruling));
  }

  /** The lane's newest passage if it is an unread sighting that waits for this guard's entry. */
  private Optional<String> settled(Arrival arrival) {
    if (arrival.source() != Passage.Source.GUARD) {
      return Optional.empty();
    }
    return em.createQuery(
            "SELECT p FROM Passage p WHERE p.laneId = :lane ORDER BY p.id DESC", Passage.class)
        .setParameter("lane", arrival.lane().id())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .filter(newest -> PassageDraft.awaitsEntry(newest))
        .filter(
            newest ->
                Duration.between(newest.getSeenAt(), arrival.seenAt())
                        .abs()
                        .compareTo(SETTLED_WITHIN)
                    <= 0)
        .map(Passage::getSerialNo);
  }
}
