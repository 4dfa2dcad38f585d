package cn.ecogate.passage.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.ledger.boundary.Ledger;
import cn.ecogate.passage.control.ClosureText;
import cn.ecogate.passage.entity.ClosedLane;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Where an officer closes a lane and opens it again. The rules know it from the commit on, because
 * the ledger's head moves with it; the barrier itself is told nothing.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, OFFICER})
public class LaneDesk {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject Ledger ledger;
  @Inject SiteBook siteBook;
  @Inject Clock clock;
  @Inject Event<BarrierRecorded> changed;

  @Resource SessionContext session;

  /**
   * {@code Rejected} if there is no such lane, if it is closed already or the reason will not do.
   */
  public ClosedLane close(String laneId, String reason) {
    if (laneId == null || siteBook.site().lane(laneId).isEmpty()) {
      throw new Rejected("lane-unknown", "lane", "没有车道 " + laneId + "，请从车道列表中选择。");
    }
    String why = ClosureText.reason(reason);
    ClosedLane before = em.find(ClosedLane.class, laneId, LockModeType.PESSIMISTIC_WRITE);
    if (before != null) {
      throw new Rejected(
          "already-closed",
          "",
          "本通道已由 " + before.getBy() + " 关闭（" + before.getReason() + "），无需再次关闭。");
    }
    ClosedLane lane =
        new ClosedLane(laneId, clock.instant().truncatedTo(ChronoUnit.MILLIS), who(), why);
    em.persist(lane);
    em.flush();
    changed.fire(new BarrierRecorded(laneId));
    ledger.append("audit", "lane:" + laneId, ClosureText.closed(lane));
    return lane;
  }

  /** {@code Rejected} if it is open. */
  public void open(String laneId) {
    ClosedLane lane =
        laneId == null ? null : em.find(ClosedLane.class, laneId, LockModeType.PESSIMISTIC_WRITE);
    if (lane == null) {
      throw new Rejected("not-closed", "", "本通道没有关闭，无需开放。");
    }
    em.remove(lane);
    em.flush();
    changed.fire(new BarrierRecorded(laneId));
    ledger.append(
        "audit",
        "lane:" + laneId,
        ClosureText.opened(lane, who(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
