package cn.ecogate.passage.boundary;

import cn.ecogate.account.entity.Role;
import cn.ecogate.passage.entity.Visit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/** Where people say what became of a vehicle whose exit or entrance nobody recorded. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.GUARD, Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
public class VisitDesk {

  @Inject VisitBook book;
  @Inject VisitKeeper keeper;
  @Inject VisitSearch search;

  /**
   * Says why a half is missing; a vehicle that counted as inside does so no longer. {@code
   * Rejected} names the field and what to change; nothing was written then.
   *
   * @param moment when it left or came; null if nobody knows
   */
  public Visit close(long visitId, Instant moment, String reason, String user) {
    keeper.follow();
    book.close(visitId, moment, reason, user);
    keeper.follow();
    return search.byId(visitId).orElseThrow();
  }
}
