package cn.ecogate.passage.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.device.boundary.GateControl;
import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.passage.control.BarrierRules;
import cn.ecogate.passage.entity.BarrierRecord;
import cn.ecogate.passage.entity.BarrierRecord.Kind;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/**
 * Where a person tells a barrier what to do, with a reason, so that nobody needs the hand switch:
 * recorded first, then told.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD})
public class BarrierDesk {

  @Inject BarrierBook book;
  @Inject LockShelf locks;
  @Inject GateControl gate;
  @Inject SiteBook siteBook;

  @Resource SessionContext session;

  /**
   * Records the act and its reason, then tells the barrier. The record says what it answered;
   * {@code Rejected} if the act is not possible now, and nothing was written then.
   */
  public BarrierRecord tell(String laneId, Kind act, String reason) {
    known(laneId);
    String why = BarrierRules.reason(reason);
    BarrierRules.check(act, locks.of(laneId));
    BarrierRecord record = book.told(laneId, act, who(), why);
    return book.answered(record.getId(), carryOut(laneId, act));
  }

  private Acknowledgement carryOut(String laneId, Kind act) {
    return switch (act) {
      case OPEN -> gate.open(laneId);
      case CLOSE -> gate.close(laneId);
      case UNLOCK -> gate.unlock(laneId);
      default -> gate.lock(laneId, BarrierRules.mode(act).orElseThrow());
    };
  }

  private void known(String laneId) {
    if (laneId == null || siteBook.site().lane(laneId).isEmpty()) {
      throw new Rejected(
          "lane-unknown",
          "lane",
          "没有车道 "
              + laneId
              + "；可选："
              + siteBook.site().lanes().stream().map(Lane::id).collect(Collectors.joining("、")));
    }
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
