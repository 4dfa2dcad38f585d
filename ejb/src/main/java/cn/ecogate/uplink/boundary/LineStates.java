package cn.ecogate.uplink.boundary;

import cn.ecogate.uplink.control.RetryPlan;
import cn.ecogate.uplink.entity.Dispatch.State;
import cn.ecogate.uplink.entity.PlatformLine;
import cn.ecogate.uplink.entity.PlatformStatus;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every platform's state, for screens (through {@link Uploads}), health and metrics. */
@Stateless
@PermitAll
public class LineStates {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Platforms platforms;

  public List<PlatformStatus> all() {
    return platforms.all().stream().map(this::status).toList();
  }

  private PlatformStatus status(PlatformLink link) {
    Optional<PlatformLine> line = Optional.ofNullable(em.find(PlatformLine.class, link.id()));
    Map<State, Long> open = open(link.id());
    long accepted = line.map(PlatformLine::getAccepted).orElse(0L);
    long waiting = open.get(State.WAITING) + open.get(State.CLAIMED);
    long blocked = open.get(State.BLOCKED);
    return new PlatformStatus(
        link.id(),
        link.entry().name(),
        link.wire().isPresent() && line.map(PlatformLine::isOnline).orElse(false),
        line.flatMap(PlatformLine::since),
        line.flatMap(PlatformLine::lastAccepted),
        accepted + waiting + blocked,
        accepted,
        waiting,
        blocked,
        link.fault().or(() -> line.flatMap(PlatformLine::complaint)),
        line.filter(PlatformLine::isOnline)
            .flatMap(PlatformLine::pace)
            .map(pace -> pace.multipliedBy(waiting)),
        RetryPlan.USUAL.sentence());
  }

  /** What is not yet taken is counted; what is taken is years of rows and has its own counter. */
  private Map<State, Long> open(String platformId) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    for (State state : List.of(State.WAITING, State.CLAIMED, State.BLOCKED)) {
      counts.put(
          state,
          em.createQuery(
                  "SELECT COUNT(r) FROM OutboxRow r"
                      + " WHERE r.platformId = :platform AND r.state = :state",
                  Long.class)
              .setParameter("platform", platformId)
              .setParameter("state", state)
              .getSingleResult());
    }
    return counts;
  }
}
