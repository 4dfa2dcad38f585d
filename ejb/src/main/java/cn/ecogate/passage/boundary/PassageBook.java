package cn.ecogate.passage.boundary;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.ledger.boundary.Draft;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.ledger.boundary.RowAlong;
import cn.ecogate.passage.control.Freshness;
import cn.ecogate.passage.control.PassageDraft;
import cn.ecogate.passage.control.PassageText;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.passage.entity.PhotoDigests;
import cn.ecogate.registry.boundary.VehicleShelf;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.strategy.boundary.ListingShelf;
import cn.ecogate.strategy.boundary.StrategyShelf;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Gathers the facts, has them decided and writes passage, ledger entry and dispatch rows at once.
 */
@Stateless
@PermitAll
public class PassageBook {

  /** An unread sighting that is older is not the vehicle a guard is dealing with now. */
  static final Duration SETTLED_WITHIN = Duration.ofMinutes(15);

  /** So long at most other lanes' records wait behind this one for a photo to be written. */
  static final Duration PHOTOS_WITHIN = Duration.ofMillis(50);

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject VehicleShelf vehicles;
  @Inject ListingShelf listings;
  @Inject StrategyShelf strategies;
  @Inject Surroundings surroundings;
  @Inject Ledger ledger;
  @Inject SiteBook siteBook;
  @Inject Clock clock;

  /**
   * One transaction: either all of it is kept or nothing. Decided again if the registers may have
   * changed before the record was in the ledger. Throws {@link PhotosNotThere}, with nothing kept,
   * if it would name a photo that is not on the disk.
   */
  public Recorded record(Arrival arrival, PhotosUnderWay photos) {
    Optional<String> settles = settled(arrival);
    AtomicReference<Recorded> recorded = new AtomicReference<>();
    ledger.append(
        "passage",
        () -> {
          recorded.set(decide(arrival, photos::digests));
          recorded.get().passage().setSettles(settles.orElse(null));
          return draft(recorded.get());
        });
    if (!photos.thereWithin(PHOTOS_WITHIN)) {
      throw new PhotosNotThere(arrival.eventKey());
    }
    return recorded.get();
  }

  /**
   * The same for vehicles that a camera tells from its memory, in one transaction: all of them are
   * kept, or none.
   */
  public List<Recorded> recordHistory(List<Arrival> late, Supplier<List<PhotoDigests>> photos) {
    List<Recorded> recorded = new ArrayList<>();
    ledger.appendTogether(
        "passage",
        () -> {
          List<PhotoDigests> kept = photos.get();
          recorded.clear();
          for (int i = 0; i < late.size(); i++) {
            PhotoDigests digests = kept.get(i);
            recorded.add(decide(late.get(i), () -> digests));
          }
          return recorded.stream().map(this::draftOfHistory).toList();
        });
    return recorded;
  }

  /**
   * What the rules say of it, by the facts at hand; an arrival of history by its own time's
   * strategies. The photos are asked for last: they are being reckoned meanwhile.
   */
  public Recorded decide(Arrival arrival, Supplier<PhotoDigests> photos) {
    Optional<Vehicle> vehicle =
        arrival.plate().flatMap(plate -> vehicles.byPlate(plate, arrival.color()));
    Decision decision = Admission.decide(facts(arrival, vehicle));
    return new Recorded(
        PassageDraft.of(arrival, vehicle, photos.get(), decision, clock.instant()), decision);
  }

  private Draft draft(Recorded recorded) {
    Passage passage = recorded.passage();
    return new Draft(
        passage.getSerialNo(),
        PassageText.of(
            siteBook.site().enterprise().number(),
            passage,
            PassageDraft.reasons(recorded.verdict()),
            recorded.decision().notes()),
        entry -> {
          passage.setLedgerSeq(entry.seq());
          return List.of(PassageRow.of(passage));
        });
  }

  /** Nothing moves for history: why not is written with it. */
  private Draft draftOfHistory(Recorded recorded) {
    Draft draft = draft(recorded);
    if (recorded.passage().getOutcome() != Passage.Outcome.ADMITTED) {
      return draft;
    }
    return new Draft(
        draft.subject(),
        draft.text(),
        entry -> {
          List<RowAlong> rows = new ArrayList<>(draft.own().rows(entry));
          rows.add(
              PassageRow.of(
                  new PassageAct(
                      recorded.passage().getId(),
                      PassageAct.Kind.BARRIER,
                      Freshness.stale(true, clock.instant()))));
          return rows;
        });
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
        arrival.plate().flatMap(plate -> listings.listing(plate, arrival.color())),
        strategies.restrictions(ruling),
        vehicle.isPresent()
            ? List.of()
            : arrival.plate().map(vehicles::alike).map(PassageDraft::lookalikes).orElse(List.of()),
        ruling,
        surroundings.of(arrival, vehicle));
  }

  /** The lane's newest passage if it waits for this guard's entry. */
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
        .filter(newest -> PassageDraft.awaitsEntry(newest, arrival.plate()))
        .filter(
            newest ->
                Duration.between(newest.getSeenAt(), arrival.seenAt())
                        .abs()
                        .compareTo(SETTLED_WITHIN)
                    <= 0)
        .map(Passage::getSerialNo);
  }
}
