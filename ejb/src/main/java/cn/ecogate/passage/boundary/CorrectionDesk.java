package cn.ecogate.passage.boundary;

import cn.ecogate.account.entity.Role;
import cn.ecogate.passage.entity.Correction;
import cn.ecogate.passage.entity.NewCorrection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;

/** Where an officer puts a passage's record right, with a reason; what was recorded stays. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
public class CorrectionDesk {

  @Inject CorrectionBook book;
  @Inject VisitKeeper keeper;

  /**
   * How the record should read, as a new entry; visits are paired anew before this returns. {@code
   * Rejected} names the field and what to change; nothing was written then.
   */
  public Correction correct(NewCorrection wanted, String user) {
    Correction correction;
    try {
      correction = book.write(wanted, user);
    } catch (EJBException | PersistenceException fault) {
      throw taken(fault) ? CorrectionBook.stale() : fault;
    }
    keeper.follow();
    return correction;
  }

  /** The database's unique key decides between two who write at once. */
  private static boolean taken(Throwable fault) {
    return fault != null
        && (fault instanceof SQLIntegrityConstraintViolationException || taken(fault.getCause()));
  }
}
