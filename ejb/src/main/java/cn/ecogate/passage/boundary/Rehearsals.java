package cn.ecogate.passage.boundary;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.admission.entity.Standing;
import cn.ecogate.passage.control.PastPassage;
import cn.ecogate.passage.control.Rehearsing;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.Rehearsal;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tries a strategy on the passages of the last seven days; changes nothing. */
@Stateless
@PermitAll
public class Rehearsals {

  private static final Duration LOOKED_AT = Duration.ofDays(7);

  /** Twice a week of a steel works of 8 Mt a year; what is older than those is left out. */
  private static final int MOST_PASSAGES = 60_000;

  private static final int MOST_VEHICLES = 20;

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;

  /** For the container. */
  public Rehearsals() {}

  /** For tests: what the container would inject. */
  public Rehearsals(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** What that strategy would have refused, had it been in force alone all the time. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Rehearsal rehearse(ControlStrategy strategy) {
    Instant until = clock.instant();
    Instant from = until.minus(LOOKED_AT);
    List<Object[]> rows =
        em.createQuery(
                "SELECT p.seenAt, p.direction, p.sighting, p.plate, p.plateColor, p.vehicleId,"
                    + " p.vehicleType, p.vehicleUse, p.fuel, p.stage, p.owner, p.outcome,"
                    + " p.settles FROM Passage p WHERE p.seenAt >= :from AND p.seenAt < :until"
                    + " ORDER BY p.seenAt DESC",
                Object[].class)
            .setParameter("from", from)
            .setParameter("until", until)
            .setMaxResults(MOST_PASSAGES)
            .getResultList();
    Rehearsing rehearsing = new Rehearsing(strategy, Admission::decide);
    rows.forEach(row -> rehearsing.add(passage(row)));
    boolean whole = rows.size() < MOST_PASSAGES;
    Instant first = whole ? from : (Instant) rows.get(rows.size() - 1)[0];
    return rehearsing.result(first, whole, MOST_VEHICLES);
  }

  private static PastPassage passage(Object[] row) {
    Sighting sighting = (Sighting) row[2];
    return new PastPassage(
        (Instant) row[0],
        (Direction) row[1],
        sighting,
        sighting == Sighting.READ
            ? Optional.ofNullable((String) row[3]).map(PlateNumber::new)
            : Optional.empty(),
        (PlateColor) row[4],
        row[5] == null
            ? Optional.empty()
            : Optional.of(
                new FiledVehicle(
                    (String) row[6],
                    (String) row[7],
                    (FuelType) row[8],
                    (EmissionStage) row[9],
                    (String) row[10],
                    Optional.empty(),
                    Standing.IN_FORCE)),
        row[11] == Passage.Outcome.REFUSED,
        row[12] != null);
  }
}
