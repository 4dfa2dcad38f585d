package cn.ecogate.release.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;

/**
 * Gives every record that waits for an explanation to a person, and reminds of those that are
 * overdue; several nodes may do it at once.
 */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DutyClock {

  private static final System.Logger LOG = System.getLogger(DutyClock.class.getName());

  @Inject DutyBook book;
  @Inject DutySearch search;

  private volatile boolean failing;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void tick() {
    try {
      runOnce();
      failing = false;
    } catch (RuntimeException fault) {
      LOG.log(
          failing ? Level.DEBUG : Level.WARNING,
          "Lifts cannot be given to anybody; tried again every two seconds",
          fault);
      failing = true;
    }
  }

  /** Deals with everything there is now. */
  public void runOnce() {
    search.nobodys().forEach(book::take);
    search.overdue().forEach(book::remind);
  }
}
