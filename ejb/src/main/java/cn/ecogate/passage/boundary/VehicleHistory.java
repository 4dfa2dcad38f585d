package cn.ecogate.passage.boundary;

import cn.ecogate.passage.control.Movement;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.Correction;
import cn.ecogate.passage.entity.PaperLine;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.PassageItems;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every passage of one vehicle, under whatever plate it ever had: plates lead to VINs and these to
 * further plates, whether they were recorded or stand in a correction.
 */
final class VehicleHistory {

  private static final String PASSAGES =
      "SELECT p.id, p.plate, p.plateColor, p.vin, p.direction, p.seenAt, p.laneId, p.owner,"
          + " p.stage, p.outcome, p.note, p.serialNo FROM Passage p WHERE ";

  private final EntityManager em;
  private final Set<String> plates = new HashSet<>();
  private final Set<String> vins = new HashSet<>();
  private final Map<Long, Object[]> passages = new HashMap<>();
  private final Map<Long, PassageItems> corrected = new HashMap<>();

  private VehicleHistory(EntityManager em) {
    this.em = em;
  }

  static VehicleHistory of(EntityManager em, Set<String> plates) {
    VehicleHistory history = new VehicleHistory(em);
    history.gather(plates, Set.of());
    return history;
  }

  /** All plates of the vehicles found. */
  Set<String> plates() {
    return plates;
  }

  /** In the order of time; those without a plate cannot be paired. */
  List<Movement> movements() {
    if (passages.isEmpty()) {
      return List.of();
    }
    Set<Long> released = released();
    Set<String> inVain = inVain();
    Map<Long, Boolean> onPaper = onPaper();
    return passages.values().stream()
        .map(row -> movement(row, released, inVain, onPaper))
        .filter(Objects::nonNull)
        .sorted(Movement.IN_TIME)
        .toList();
  }

  private void gather(Set<String> morePlates, Set<String> moreVins) {
    plates.addAll(morePlates);
    vins.addAll(moreVins);
    Set<String> foundPlates = new HashSet<>();
    Set<String> foundVins = new HashSet<>();
    take(passages("p.plate", morePlates), foundPlates, foundVins);
    take(passages("p.vin", moreVins), foundPlates, foundVins);
    take(passages("p.id", corrected("c.plate", morePlates)), foundPlates, foundVins);
    take(passages("p.id", corrected("c.vin", moreVins)), foundPlates, foundVins);
    takeCorrections(foundPlates, foundVins);
    foundPlates.removeAll(plates);
    foundVins.removeAll(vins);
    if (!foundPlates.isEmpty() || !foundVins.isEmpty()) {
      gather(foundPlates, foundVins);
    }
  }

  private void take(List<Object[]> rows, Set<String> foundPlates, Set<String> foundVins) {
    for (Object[] row : rows) {
      passages.put((Long) row[0], row);
      note((String) row[1], foundPlates);
      note((String) row[3], foundVins);
    }
  }

  /** The passages that a correction says are of such a vehicle. */
  private List<Long> corrected(String column, Collection<String> values) {
    return values.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT c.passageId FROM Correction c WHERE " + column + " IN :values", Long.class)
            .setParameter("values", values)
            .getResultList();
  }

  /** In the order of their places, so that the last one holds; every plate named leads further. */
  private void takeCorrections(Set<String> foundPlates, Set<String> foundVins) {
    if (passages.isEmpty()) {
      return;
    }
    for (Correction correction :
        em.createQuery(
                "SELECT c FROM Correction c WHERE c.passageId IN :ids ORDER BY c.place",
                Correction.class)
            .setParameter("ids", passages.keySet())
            .getResultList()) {
      PassageItems items = correction.items();
      corrected.put(correction.getPassageId(), items);
      note(items.plate(), foundPlates);
      note(items.vin(), foundVins);
    }
  }

  private static void note(String word, Set<String> words) {
    if (word != null) {
      words.add(word);
    }
  }

  private List<Object[]> passages(String column, Collection<?> values) {
    return values.isEmpty()
        ? List.of()
        : em.createQuery(PASSAGES + column + " IN :values", Object[].class)
            .setParameter("values", values)
            .getResultList();
  }

  private Movement movement(
      Object[] row, Set<Long> released, Set<String> inVain, Map<Long, Boolean> onPaper) {
    long id = (Long) row[0];
    boolean passed =
        (onPaper.getOrDefault(id, row[9] == Passage.Outcome.ADMITTED)
                || released.contains(id)
                || Arrival.OPENED_BY_CAMERA.equals(row[10]))
            && !inVain.contains((String) row[11]);
    PassageItems holds = corrected.get(id);
    if (holds != null) {
      return holds.plate() == null
          ? null
          : new Movement(
              id,
              holds.plate(),
              holds.plateColor(),
              holds.vin(),
              holds.direction(),
              (Instant) row[5],
              (String) row[6],
              holds.owner(),
              holds.stage(),
              passed);
    }
    return row[1] == null
        ? null
        : new Movement(
            id,
            (String) row[1],
            (PlateColor) row[2],
            (String) row[3],
            (Direction) row[4],
            (Instant) row[5],
            (String) row[6],
            (String) row[7],
            (EmissionStage) row[8],
            passed);
  }

  private Set<Long> released() {
    String places = String.join(", ", Collections.nCopies(passages.size(), "?"));
    Query query =
        em.createNativeQuery(
            "SELECT passage_id FROM visit_release WHERE passage_id IN (" + places + ")");
    int place = 1;
    for (Long id : passages.keySet()) {
      query.setParameter(place++, id);
    }
    Set<Long> released = new HashSet<>();
    for (Object id : query.getResultList()) {
      released.add(((Number) id).longValue());
    }
    return released;
  }

  /** Whether the guard let it through, for those that were entered from paper. */
  private Map<Long, Boolean> onPaper() {
    return em.createQuery("SELECT l FROM PaperLine l WHERE l.passageId IN :ids", PaperLine.class)
        .setParameter("ids", passages.keySet())
        .getResultStream()
        .collect(Collectors.toMap(PaperLine::getPassageId, PaperLine::isPassed));
  }

  private Set<String> inVain() {
    TypedQuery<String> query =
        em.createQuery(
            "SELECT r.passageSerial FROM BarrierRecord r"
                + " WHERE r.kind = :kind AND r.passageSerial IN :serials",
            String.class);
    return new HashSet<>(
        query
            .setParameter("kind", BarrierRecord.Kind.OPENED_NOT_PASSED)
            .setParameter(
                "serials", passages.values().stream().map(row -> (String) row[11]).toList())
            .getResultList());
  }
}
