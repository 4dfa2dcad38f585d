package cn.ecogate.release.boundary;

import static cn.ecogate.account.entity.Role.Names.ADMINISTRATOR;
import static cn.ecogate.account.entity.Role.Names.GUARD;
import static cn.ecogate.account.entity.Role.Names.OFFICER;

import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.release.control.DutyRules;
import cn.ecogate.release.control.ReleaseRules;
import cn.ecogate.release.entity.LiftCause;
import cn.ecogate.release.entity.LiftDuty;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Where people explain what barriers did by themselves, and others say whether that will do. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({ADMINISTRATOR, OFFICER, GUARD})
public class DutyDesk {

  @Inject DutyBook book;
  @Inject PhotoArchive photos;

  @Resource SessionContext session;

  /** {@code Rejected} if it is somebody else's, or something is missing; nothing was written. */
  public LiftDuty explain(long recordId, LiftCause cause, String typed, byte[] photo) {
    LiftCause why = DutyRules.cause(cause);
    String words = DutyRules.words(typed);
    ReleaseRules.photo(photo, "photo");
    boolean editor = session.isCallerInRole(OFFICER) || session.isCallerInRole(ADMINISTRATOR);
    return book.explain(
        recordId, who(), editor, why, words, photo == null ? null : photos.keep(photo));
  }

  /** Gives it to another person. */
  @RolesAllowed({ADMINISTRATOR, OFFICER})
  public LiftDuty assign(long recordId, String to) {
    return book.assign(recordId, to, who());
  }

  /** Says whether the explanation will do; not one's own. */
  @RolesAllowed({ADMINISTRATOR, OFFICER})
  public LiftDuty review(long recordId, boolean accepted, String typed) {
    return book.review(recordId, who(), accepted, DutyRules.review(accepted, typed));
  }

  private String who() {
    return session.getCallerPrincipal().getName();
  }
}
