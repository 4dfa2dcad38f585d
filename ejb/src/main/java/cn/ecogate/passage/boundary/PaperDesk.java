package cn.ecogate.passage.boundary;

import cn.ecogate.account.entity.Role;
import cn.ecogate.evidence.boundary.PhotoArchive;
import cn.ecogate.passage.control.PaperRules;
import cn.ecogate.passage.entity.PaperOutcome;
import cn.ecogate.passage.entity.PaperOutcome.CellFault;
import cn.ecogate.passage.entity.PaperSheet;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.site.boundary.SiteBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;

/**
 * Where a sheet that a gate wrote during an outage is entered in one sitting: all of it or none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Role.Names.GUARD, Role.Names.OFFICER, Role.Names.ADMINISTRATOR})
public class PaperDesk {

  @Inject PaperBook book;
  @Inject PhotoArchive photos;
  @Inject SiteBook siteBook;
  @Inject VisitKeeper keeper;
  @Inject Clock clock;

  /** Late passages in the ledger, paired into visits by their own time; never opens anything. */
  public PaperOutcome enter(PaperSheet sheet, String user) {
    List<CellFault> faults = PaperRules.faults(sheet, siteBook.site(), clock.instant());
    if (faults.isEmpty()) {
      faults = book.doubles(sheet);
    }
    if (!faults.isEmpty()) {
      return new PaperOutcome.Returned(faults);
    }
    String scan = sheet.scan() == null ? null : photos.keep(sheet.scan());
    List<Passage> passages;
    try {
      passages = book.write(sheet, scan, user);
    } catch (EJBException | PersistenceException fault) {
      // Somebody else may have entered the same sheet meanwhile: the unique key says so.
      List<CellFault> doubles = book.doubles(sheet);
      if (doubles.isEmpty()) {
        throw fault;
      }
      return new PaperOutcome.Returned(doubles);
    }
    keeper.follow();
    return new PaperOutcome.Entered(passages);
  }
}
