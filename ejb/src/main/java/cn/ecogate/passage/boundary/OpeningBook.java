package cn.ecogate.passage.boundary;

import cn.ecogate.passage.entity.Opening;
import cn.ecogate.passage.entity.WaitingOpening;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/** Keeps which openings wait to be used, so that a restart goes on watching them. */
@Stateless
@PermitAll
public class OpeningBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  /** What has begun to wait, and what waits no longer; whatever else is kept stays. */
  public void keep(Collection<Opening> begun, Collection<Opening> over) {
    begun.forEach(opening -> em.merge(new WaitingOpening(opening)));
    over.stream()
        .map(opening -> em.find(WaitingOpening.class, opening.passageSerial()))
        .filter(kept -> kept != null)
        .forEach(em::remove);
  }

  /** What waited when somebody last kept it. */
  public List<Opening> left() {
    return em
        .createQuery("SELECT w FROM WaitingOpening w ORDER BY w.at", WaitingOpening.class)
        .getResultList()
        .stream()
        .map(WaitingOpening::opening)
        .toList();
  }
}
