package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.entity.Subscription;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** What a platform is asked for, and how old what came is. */
@Stateless
@PermitAll
public class Subscriptions {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Clock clock;

  /** In the order of their kinds. */
  public List<Subscription> of(String platformId) {
    return em
        .createQuery(
            "SELECT s FROM Subscription s WHERE s.platformId = :platform", Subscription.class)
        .setParameter("platform", platformId)
        .getResultList()
        .stream()
        .sorted(Comparator.comparing(Subscription::getKind))
        .toList();
  }

  /** Asks for everything within seconds, and not only for what is new. */
  public void askNow(String platformId) {
    for (Subscription each : of(platformId)) {
      em.refresh(each, LockModeType.PESSIMISTIC_WRITE);
      each.forgetMark();
      each.askNow(clock.instant());
    }
  }
}
