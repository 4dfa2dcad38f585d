package cn.ecogate.passage.boundary;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.evidence.entity.Caption;
import cn.ecogate.passage.control.AnswerScript;
import cn.ecogate.passage.control.Moment;
import cn.ecogate.passage.control.PageMark;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.Correction;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageAct;
import cn.ecogate.passage.entity.PassageFilter;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.passage.entity.PassageStory;
import cn.ecogate.vocabulary.Slice;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks passages up, as they hold after their corrections; never writes. */
@Stateless
@PermitAll
public class PassageSearch {

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
    Standing.of(em, found);
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
            passage -> {
              List<PassageStory.Corrected> corrections = corrections(passage);
              Standing.of(em, List.of(passage));
              return new PassageStory(
                  passage, AnswerScript.read(passage.getAnswers()), acts(id), corrections);
            });
  }

  /** Oldest first, each with what held before it. */
  private List<PassageStory.Corrected> corrections(Passage passage) {
    List<PassageStory.Corrected> told = new ArrayList<>();
    PassageItems before = PassageItems.of(passage);
    for (Correction correction :
        em.createQuery(
                "SELECT c FROM Correction c WHERE c.passageId = :id ORDER BY c.place",
                Correction.class)
            .setParameter("id", passage.getId())
            .getResultList()) {
      told.add(new PassageStory.Corrected(correction, before));
      before = correction.items();
    }
    return told;
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
   * Of what one camera tells from its memory, that which is not recorded yet under another event: a
   * vehicle is known again by plate and the camera's own clock, a second to either side. No vehicle
   * passes one camera twice in that time. Nobody can tell if the camera gave no time.
   */
  public List<Arrival> untold(List<Arrival> late) {
    List<Moment> told = new ArrayList<>(recordedAround(late));
    List<Arrival> untold = new ArrayList<>();
    for (Arrival arrival : late) {
      Optional<Moment> moment = Moment.of(arrival);
      if (moment.filter(own -> told.stream().anyMatch(own::isSame)).isEmpty()) {
        untold.add(arrival);
        moment.ifPresent(told::add);
      }
    }
    return untold;
  }

  private List<Moment> recordedAround(List<Arrival> late) {
    List<Instant> times =
        late.stream().map(Moment::of).flatMap(Optional::stream).map(Moment::at).toList();
    if (times.isEmpty()) {
      return List.of();
    }
    List<String> spans = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      spans.add("p.deviceAt BETWEEN :from" + i + " AND :until" + i);
    }
    TypedQuery<Object[]> query =
        em.createQuery(
                "SELECT p.sighting, p.plate, p.deviceAt FROM Passage p WHERE p.cameraId = :camera"
                    + " AND ("
                    + String.join(" OR ", spans)
                    + ")",
                Object[].class)
            .setParameter("camera", late.get(0).lane().camera().id());
    for (int i = 0; i < times.size(); i++) {
      query
          .setParameter("from" + i, times.get(i).minus(Moment.SAME))
          .setParameter("until" + i, times.get(i).plus(Moment.SAME));
    }
    return query
        .getResultStream()
        .map(row -> new Moment((Sighting) row[0], (String) row[1], (Instant) row[2]))
        .toList();
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

  private Optional<Passage> first(TypedQuery<Passage> query) {
    return Standing.of(em, query.setMaxResults(1).getResultList()).stream().findFirst();
  }
}
