package cn.ecogate.release.boundary;

import cn.ecogate.passage.boundary.LaneActs;
import cn.ecogate.passage.boundary.PassageSearch;
import cn.ecogate.release.entity.Release;
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
 * Ends exemptions nobody answered in time or whose vehicle has left, and follows promises to file;
 * several nodes may do it at once.
 */
@Startup
@Singleton
@DependsOn("SchemaKeeper")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExemptionClock {

  private static final System.Logger LOG = System.getLogger(ExemptionClock.class.getName());

  @Inject ReleaseBook book;
  @Inject ReleaseSearch search;
  @Inject PassageSearch passages;
  @Inject LaneActs acts;

  private volatile boolean failing;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    quietly(this::runOnce);
  }

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  void lookAfterPromises() {
    quietly(() -> search.openPromises().forEach(book::follow));
  }

  /** Ends whatever is over by itself. */
  public void runOnce() {
    for (Release waiting : search.waiting()) {
      book.endIfOver(waiting.getId()).ifPresent(this::tellDriver);
    }
  }

  private void tellDriver(Release over) {
    if (over.getState() == Release.State.EXPIRED) {
      passages
          .story(over.getPassageId())
          .ifPresent(story -> acts.turnAway(story.passage(), "特批未在限定时间内获批"));
    }
  }

  /** Once when it begins and once when it ends: the timer comes back every second. */
  private void quietly(Runnable work) {
    try {
      work.run();
      if (failing) {
        failing = false;
        LOG.log(Level.INFO, "Exemptions are looked after again.");
      }
    } catch (RuntimeException fault) {
      LOG.log(
          failing ? Level.DEBUG : Level.WARNING,
          "Exemptions cannot be looked after; tried again every second",
          fault);
      failing = true;
    }
  }
}
