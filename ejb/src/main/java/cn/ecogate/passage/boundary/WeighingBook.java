package cn.ecogate.passage.boundary;

import cn.ecogate.device.entity.TagRead;
import cn.ecogate.device.entity.WeightTaken;
import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.EventKey;
import cn.ecogate.passage.control.WeighingText;
import cn.ecogate.passage.entity.TagSighting;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.site.boundary.SiteBook;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Keeps every weight that came to rest and every code that was read, each with its ledger entry;
 * one that is brought again is the same one.
 */
@Stateless
@PermitAll
public class WeighingBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject SiteBook siteBook;

  /** One transaction; a fault goes back to the adapter, which brings the weight again. */
  public void weighed(@Observes WeightTaken taken) {
    if (known(Weighing.class, taken.deviceId(), taken.eventId())) {
      return;
    }
    long seq =
        ledger
            .append(
                "weighing",
                EventKey.ofDevice(taken.deviceId(), taken.eventId()),
                WeighingText.of(enterprise(), taken))
            .seq();
    em.persist(new Weighing(taken, seq));
  }

  /** One transaction; a fault goes back to the adapter, which brings the code again. */
  public void read(@Observes TagRead read) {
    if (known(TagSighting.class, read.deviceId(), read.eventId())) {
      return;
    }
    long seq =
        ledger
            .append(
                "tag",
                EventKey.ofDevice(read.deviceId(), read.eventId()),
                WeighingText.of(enterprise(), read))
            .seq();
    em.persist(new TagSighting(read, seq));
  }

  private boolean known(Class<?> entity, String deviceId, String eventId) {
    return em.createQuery(
                "SELECT COUNT(e) FROM "
                    + entity.getSimpleName()
                    + " e WHERE e.deviceId = :device AND e.eventId = :event",
                Long.class)
            .setParameter("device", deviceId)
            .setParameter("event", eventId)
            .getSingleResult()
        > 0;
  }

  private String enterprise() {
    return siteBook.site().enterprise().number();
  }
}
