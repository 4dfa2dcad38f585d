package cn.ecogate.passage.boundary;

import cn.ecogate.passage.entity.Correction;
import cn.ecogate.passage.entity.Passage;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What holds of passages after their corrections: the last one of each. */
final class Standing {

  private static final String LAST =
      " AND c.place = (SELECT MAX(n.place) FROM Correction n WHERE n.passageId = c.passageId)";

  private Standing() {}

  /**
   * The same passages as they hold now; those with a correction are no longer tied to their row.
   */
  static List<Passage> of(EntityManager em, List<Passage> passages) {
    Map<Long, Correction> last = last(em, passages.stream().map(Passage::getId).toList());
    for (Passage passage : passages) {
      Correction correction = last.get(passage.getId());
      if (correction != null) {
        em.detach(passage);
        passage.holds(correction.items(), correction.getPlace());
      }
    }
    return passages;
  }

  /** By passage; those that nobody corrected are not in it. */
  static Map<Long, Correction> last(EntityManager em, Collection<Long> passages) {
    return passages.isEmpty()
        ? Map.of()
        : em.createQuery(
                "SELECT c FROM Correction c WHERE c.passageId IN :ids" + LAST, Correction.class)
            .setParameter("ids", passages)
            .getResultStream()
            .collect(Collectors.toMap(Correction::getPassageId, Function.identity()));
  }
}
