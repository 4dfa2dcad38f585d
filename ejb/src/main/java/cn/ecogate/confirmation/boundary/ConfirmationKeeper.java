package cn.ecogate.confirmation.boundary;

import cn.ecogate.passage.boundary.ListedVehicleMet;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Opens the work by itself: at once when a listed vehicle was met, within a minute when one on file
 * is listed, within an hour when a listed one is filed.
 */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConfirmationKeeper {

  private static final System.Logger LOG = System.getLogger(ConfirmationKeeper.class.getName());

  @Inject ConfirmationBook book;

  private final ReentrantLock atWork = new ReentrantLock();

  /** The last entry of the list that was looked at; entries only ever get higher numbers. */
  private long lookedAt;

  private boolean failing;

  public void met(@Observes ListedVehicleMet met) {
    book.met(met.plate(), met.color(), met.passageSerial());
  }

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void everyMinute() {
    if (!atWork.tryLock()) {
      return;
    }
    try {
      runOnce();
      failing = false;
    } catch (RuntimeException fault) {
      LOG.log(
          failing ? Level.DEBUG : Level.WARNING,
          "Listed vehicles cannot be compared with those on file; tried again every minute",
          fault);
      failing = true;
    } finally {
      atWork.unlock();
    }
  }

  /** What was filed since, and whatever another node has asked about. */
  @Schedule(hour = "*", minute = "13", second = "40", persistent = false)
  void everyHour() {
    atWork.lock();
    try {
      lookedAt = 0;
    } finally {
      atWork.unlock();
    }
  }

  private void runOnce() {
    long before = -1;
    while (lookedAt != before) {
      before = lookedAt;
      lookedAt = book.onFile(before);
    }
  }
}
