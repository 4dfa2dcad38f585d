package cn.ecogate.passage.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has the visits follow the ledger, once a second and behind the waiting truck's back. What was
 * missed while the program stood still is made up for, because the mark is kept with the visits.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class VisitKeeper {

  private static final System.Logger LOG = System.getLogger(VisitKeeper.class.getName());

  @Inject VisitBook book;
  @Inject VisitSearch search;
  @Inject InsideShelf shelf;

  private final ReentrantLock atWork = new ReentrantLock();
  private boolean failing;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void everySecond() {
    if (!atWork.tryLock()) {
      return;
    }
    try {
      followed();
      failing = false;
    } catch (RuntimeException fault) {
      LOG.log(
          failing ? Level.DEBUG : Level.WARNING,
          "Visits cannot follow the ledger; tried again every second",
          fault);
      failing = true;
    } finally {
      atWork.unlock();
    }
  }

  /** Vehicles that nobody saw leave do not stay for ever. */
  @Schedule(hour = "*", minute = "7", second = "30", persistent = false)
  void everyHour() {
    try {
      book.endOverlong();
    } catch (RuntimeException fault) {
      LOG.log(Level.WARNING, "Overlong visits cannot be ended; tried again in an hour", fault);
    }
  }

  /** Until the visits know what the ledger knows now: whoever has just written sees it. */
  public void follow() {
    atWork.lock();
    try {
      followed();
    } finally {
      atWork.unlock();
    }
  }

  private void followed() {
    while (book.isBehind()) {
      book.catchUp();
    }
    long done = book.done();
    if (done != shelf.asOf()) {
      shelf.renew(done, search.inside());
    } else {
      shelf.confirm();
    }
  }
}
