package cn.ecogate.passage.boundary;

import cn.ecogate.passage.control.LoadOddities;
import cn.ecogate.passage.control.Nearest;
import cn.ecogate.passage.control.VinCheck;
import cn.ecogate.passage.entity.Cargo;
import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.TagFinding;
import cn.ecogate.passage.entity.TagSighting;
import cn.ecogate.passage.entity.Visit;
import cn.ecogate.passage.entity.VisitNet;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.registry.boundary.Registry;
import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.site.boundary.SiteBook;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up loads, weighings and codes, and which passage they belong to; never writes. */
@Stateless
@PermitAll
public class LoadSearch {

  /** A code is held up while the vehicle stands there: rather nearer than a weighing. */
  static final Duration TAG_WINDOW = Duration.ofMinutes(5);

  private static final String NOT_CORRECTED =
      " AND NOT EXISTS (SELECT c FROM Weighing c"
          + " WHERE c.deviceId = w.deviceId AND c.corrects = w.eventId)";

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Registry registry;
  @Inject SiteBook siteBook;

  /** What the passage's vehicle carried, as far as it is known. */
  public Cargo of(Passage passage) {
    List<Load> loads = loads(passage.getId());
    Optional<Load> held = loads.stream().findFirst();
    List<Weighing> weighings = weighings(passage);
    return new Cargo(
        held,
        loads.stream().skip(1).toList(),
        held.map(Load::getWeighingId).isPresent() ? Optional.empty() : nearest(passage, weighings),
        weighings,
        tags(passage),
        held.map(load -> LoadOddities.of(load, correction(load))).orElse(List.of()));
  }

  /** The load that holds; empty if none was recorded. */
  public Optional<Load> held(long passageId) {
    return loads(passageId).stream().findFirst();
  }

  /** The loads that hold, by passage; those without one are not in it. */
  public Map<Long, Load> heldOf(Collection<Passage> passages) {
    return passages.isEmpty()
        ? Map.of()
        : em.createQuery(
                "SELECT l FROM Load l WHERE l.passageId IN :ids AND l.place ="
                    + " (SELECT MAX(n.place) FROM Load n WHERE n.passageId = l.passageId)",
                Load.class)
            .setParameter("ids", passages.stream().map(Passage::getId).toList())
            .getResultStream()
            .collect(Collectors.toMap(Load::getPassageId, Function.identity()));
  }

  /** The weighing that would be this passage's load: nearest, and nobody else's. */
  public Optional<Weighing> offer(Passage passage) {
    return nearest(passage, weighings(passage));
  }

  /** The passage that a weighing belongs to by its lane and time. */
  public Optional<Passage> passageOf(Weighing weighing) {
    return passageAt(weighing.getLaneId(), weighing.getWeighedAt(), window())
        .map(passage -> Standing.of(em, List.of(passage)).get(0));
  }

  /** What the two weighings of a visit say that was brought or taken; empty if one is missing. */
  public Optional<VisitNet> net(Visit visit) {
    return VisitNet.of(visit, gross(visit.getInPassage()), gross(visit.getOutPassage()));
  }

  private Optional<BigDecimal> gross(Long passageId) {
    return Optional.ofNullable(passageId)
        .map(id -> em.find(Passage.class, id))
        .flatMap(
            passage ->
                held(passage.getId())
                    .map(Load::getGrossKg)
                    .or(() -> offer(passage).map(Weighing::getGrossKg)));
  }

  public Optional<Weighing> weighing(long id) {
    return Optional.ofNullable(em.find(Weighing.class, id));
  }

  /** The passage whose load that weighing is; empty if it is nobody's yet. */
  public Optional<Long> claimant(Weighing weighing) {
    return em.createQuery("SELECT l.passageId FROM Load l WHERE l.claims = :id", Long.class)
        .setParameter("id", weighing.getId())
        .getResultStream()
        .findFirst();
  }

  /**
   * Weighings of that time which nobody corrected and nobody has for a load, newest first: those
   * that belong to no passage must not stand in the way for ever.
   */
  public List<Weighing> unclaimed(Instant from, Instant until, int most) {
    return em.createQuery(
            "SELECT w FROM Weighing w WHERE w.weighedAt >= :from AND w.weighedAt < :until"
                + NOT_CORRECTED
                + " AND NOT EXISTS (SELECT l FROM Load l WHERE l.claims = w.id)"
                + " ORDER BY w.weighedAt DESC, w.id DESC",
            Weighing.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .setMaxResults(most)
        .getResultList();
  }

  /** The newest weighings, newest first; of one lane, or of all if that is null. */
  public List<Weighing> newestWeighings(String laneId, int most) {
    return newest(Weighing.class, "weighedAt", laneId, most);
  }

  /** The newest codes, newest first; of one lane, or of all if that is null. */
  public List<TagSighting> newestTags(String laneId, int most) {
    return newest(TagSighting.class, "seenAt", laneId, most);
  }

  private <T> List<T> newest(Class<T> entity, String time, String laneId, int most) {
    boolean all = laneId == null || laneId.isBlank();
    TypedQuery<T> query =
        em.createQuery(
            "SELECT e FROM "
                + entity.getSimpleName()
                + " e"
                + (all ? "" : " WHERE e.laneId = :lane")
                + " ORDER BY e."
                + time
                + " DESC, e.id DESC",
            entity);
    if (!all) {
      query.setParameter("lane", laneId);
    }
    return query.setMaxResults(most).getResultList();
  }

  private Optional<Weighing> nearest(Passage passage, List<Weighing> weighings) {
    List<Weighing> free =
        weighings.stream()
            .filter(
                each -> claimant(each).filter(other -> !other.equals(passage.getId())).isEmpty())
            .toList();
    return Nearest.to(passage.getSeenAt(), free, Weighing::getWeighedAt, window());
  }

  /** Those for which no other passage of the lane is nearer. */
  private List<Weighing> weighings(Passage passage) {
    return em.createQuery(
            "SELECT w FROM Weighing w WHERE w.laneId = :lane AND w.weighedAt BETWEEN :from AND :to"
                + NOT_CORRECTED
                + " ORDER BY w.weighedAt, w.id",
            Weighing.class)
        .setParameter("lane", passage.getLaneId())
        .setParameter("from", passage.getSeenAt().minus(window()))
        .setParameter("to", passage.getSeenAt().plus(window()))
        .getResultStream()
        .filter(each -> belongs(passage, each.getWeighedAt(), window()))
        .toList();
  }

  private List<TagFinding> tags(Passage passage) {
    return em.createQuery(
            "SELECT t FROM TagSighting t WHERE t.laneId = :lane AND t.seenAt BETWEEN :from AND :to"
                + " ORDER BY t.seenAt, t.id",
            TagSighting.class)
        .setParameter("lane", passage.getLaneId())
        .setParameter("from", passage.getSeenAt().minus(TAG_WINDOW))
        .setParameter("to", passage.getSeenAt().plus(TAG_WINDOW))
        .getResultStream()
        .filter(tag -> belongs(passage, tag.getSeenAt(), TAG_WINDOW))
        .map(tag -> finding(passage, tag))
        .toList();
  }

  private TagFinding finding(Passage passage, TagSighting tag) {
    Optional<String> plate = registry.byVin(tag.getNumber()).map(Vehicle::getPlate);
    return new TagFinding(
        tag,
        VinCheck.of(
            tag.getKind(),
            tag.getNumber(),
            passage.getVehicleId() != null,
            Optional.ofNullable(passage.getVin()),
            plate),
        plate.orElse(null));
  }

  private boolean belongs(Passage passage, Instant moment, Duration window) {
    return passageAt(passage.getLaneId(), moment, window)
        .filter(nearest -> nearest.getId().equals(passage.getId()))
        .isPresent();
  }

  /** A sighting that a guard's entry has settled is the same vehicle: only the entry counts. */
  private Optional<Passage> passageAt(String laneId, Instant moment, Duration window) {
    List<Passage> around =
        em.createQuery(
                "SELECT p FROM Passage p WHERE p.laneId = :lane AND p.seenAt BETWEEN :from AND :to"
                    + " AND NOT EXISTS (SELECT s FROM Passage s WHERE s.settles = p.serialNo)",
                Passage.class)
            .setParameter("lane", laneId)
            .setParameter("from", moment.minus(window))
            .setParameter("to", moment.plus(window))
            .getResultList();
    return Nearest.to(moment, around, Passage::getSeenAt, window);
  }

  private List<Load> loads(long passageId) {
    return em.createQuery(
            "SELECT l FROM Load l WHERE l.passageId = :id ORDER BY l.place DESC", Load.class)
        .setParameter("id", passageId)
        .getResultList();
  }

  /** The weight that the indicator told later in the same weighing. */
  private Optional<Weighing> correction(Load load) {
    return Optional.ofNullable(load.getWeighingId())
        .flatMap(this::weighing)
        .flatMap(
            used ->
                em.createQuery(
                        "SELECT w FROM Weighing w WHERE w.deviceId = :device AND w.corrects = :event",
                        Weighing.class)
                    .setParameter("device", used.getDeviceId())
                    .setParameter("event", used.getEventId())
                    .getResultStream()
                    .findFirst());
  }

  private Duration window() {
    return siteBook.site().loadRule().window();
  }
}
