package cn.ecogate.uplink.boundary;

import cn.ecogate.site.boundary.DevicesReplaced;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.uplink.control.MasterText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends enterprise, barriers and cameras at once when they change (HJ 1321-2023, software functions
 * 1): the site file after a restart, devices when the back office amends them.
 */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MasterData {

  private static final System.Logger LOG = System.getLogger(MasterData.class.getName());

  @Inject SiteBook siteBook;
  @Inject MasterBook book;

  /** True until everything as it is now has been compared. */
  private final AtomicBoolean due = new AtomicBoolean(true);

  /** Told inside somebody else's act, which must not wait for us nor fail with us. */
  public void replaced(@Observes DevicesReplaced news) {
    due.set(true);
  }

  /** After the start and after every change; an attempt that failed is made again. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void tick() {
    if (due.compareAndSet(true, false)) {
      try {
        runOnce();
      } catch (RuntimeException e) {
        due.set(true);
        LOG.log(Level.DEBUG, "the plant's own data could not be compared; tried again", e);
      }
    }
  }

  /** How many cards were new. */
  public int runOnce() {
    int fresh = 0;
    for (var card : MasterText.of(siteBook.site()).entrySet()) {
      fresh += book.keep(card.getKey(), card.getValue()) ? 1 : 0;
    }
    return fresh;
  }
}
