package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.passage.control.AnswerScript;
import cn.ecogate.passage.control.PageMark;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks passages up; never writes. */
@Stateless
@PermitAll
public class PassageSearch {

  /** Cameras write their times in whole seconds, some cut and some rounded. */
  private static final Duration SAME_MOMENT = Duration.ofSeconds(1);

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /**
   * Newest first; {@code cursor} from the slice before, or null; {@code Rejected("cursor")} if it
   * is not one.
   */
  public Slice<Passage> find(PassageFilter filter, String cursor, int rows) {
    PassageQuery query = PassageQuery.of(filter).after(PageMark.read(cursor));
    List<Passage> found =
        query
            .bind(
                em.createQuery(
                    "SELECT p FROM Passage p"
                        + query.where()
                        + " ORDER BY p.seenAt DESC, p.id DESC",
                    Passage.class))
            .setMaxResults(rows + 1)
            .getResultList();
    return found.size() <= rows
        ? new Slice<>(found, Optional.empty())
        : new Slice<>(found.subList(0, rows), Optional.of(PageMark.of(found.get(rows - 1)).text()));
  }

  /** How many there are, exactly. */
  public long count(PassageFilter filter) {
    PassageQuery query = PassageQuery.of(filter);
    return query
        .bind(em.createQuery("SELECT COUNT(p) FROM Passage p" + query.where(), Long.class))
        .getSingleResult();
  }

  public Optional<PassageStory> story(long id) {
    return Optional.ofNullable(em.find(Passage.class, id))
        .map(
            passage ->
                new PassageStory(passage, AnswerScript.read(passage.getAnswers()), acts(id)));
  }

  /** The newest passage of a lane. */
  public Optional<Passage> newest(String laneId) {
    return first(
        em.createQuery(
                "SELECT p FROM Passage p WHERE p.laneId = :lane ORDER BY p.id DESC", Passage.class)
            .setParameter("lane", laneId));
  }

  /** The passage with that number before the platform. */
  public Optional<Passage> bySerial(String serialNo) {
    return first(
        em.createQuery("SELECT p FROM Passage p WHERE p.serialNo = :serial", Passage.class)
            .setParameter("serial", serialNo));
  }

  /** The passage of that event, if it has been recorded. */
  public Optional<Passage> byEventKey(String eventKey) {
    return first(
        em.createQuery("SELECT p FROM Passage p WHERE p.eventKey = :key", Passage.class)
            .setParameter("key", eventKey));
  }

  /**
   * The passage of the same vehicle at the same moment, told under another event: by plate and the
   * camera's own clock, a second to either side. No vehicle passes one camera twice in that time.
   * Nobody can tell if the camera gave no time.
   */
  public Optional<Passage> sameMoment(Arrival arrival) {
    Optional<Instant> at =
        arrival.deviceAt().filter(device -> !device.equals(arrival.receivedAt()));
    if (at.isEmpty()) {
      return Optional.empty();
    }
    String plate = arrival.plate().isPresent() ? "p.plate = :plate" : "p.plate IS NULL";
    TypedQuery<Passage> query =
        em.createQuery(
                "SELECT p FROM Passage p WHERE p.cameraId = :camera AND p.sighting = :sighting AND "
                    + plate
                    + " AND p.deviceAt BETWEEN :from AND :until",
                Passage.class)
            .setParameter("camera", arrival.lane().camera().id())
            .setParameter("sighting", arrival.sighting())
            .setParameter("from", at.get().minus(SAME_MOMENT))
            .setParameter("until", at.get().plus(SAME_MOMENT));
    arrival.plate().ifPresent(told -> query.setParameter("plate", told.text()));
    return first(query);
  }

  /** The camera's own time of what it saw last while somebody heard it. */
  public Optional<Instant> heardUntil(String laneId, String cameraId) {
    return em.createQuery(
            "SELECT p.deviceAt FROM Passage p WHERE p.laneId = :lane AND p.cameraId = :camera"
                + " AND p.source = :source AND p.late = FALSE ORDER BY p.id DESC",
            Instant.class)
        .setParameter("lane", laneId)
        .setParameter("camera", cameraId)
        .setParameter("source", Passage.Source.CAMERA)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The event keys recorded last, newest first. */
  public List<String> newestEventKeys(int most) {
    return em.createQuery("SELECT p.eventKey FROM Passage p ORDER BY p.id DESC", String.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** What is burnt into a passage's photos. */
  public static Caption caption(Passage passage) {
    String plate =
        passage.getPlate() == null
            ? (passage.getSighting() == Sighting.NO_PLATE ? "无牌" : "未识别")
            : passage.getPlate();
    return new Caption(plate, passage.getSeenAt(), passage.getGateNo(), passage.getBarrierNo());
  }

  private List<PassageAct> acts(long id) {
    return em.createQuery(
            "SELECT a FROM PassageAct a WHERE a.passageId = :id ORDER BY a.at, a.id",
            PassageAct.class)
        .setParameter("id", id)
        .getResultList();
  }

  private static Optional<Passage> first(TypedQuery<Passage> query) {
    return query.setMaxResults(1).getResultStream().findFirst();
  }
}
