package cn.ecogate.passage.boundary;

import cn.ecogate.passage.entity.Load;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.passage.entity.Weighing;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.LoadRule;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes weighings loads by themselves where the site says so, but not before their window is over:
 * until then a nearer vehicle may still come.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class LoadClerk {

  /** What was missed for longer, a person has to look at. */
  static final Duration LOOKS_BACK = Duration.ofDays(1);

  private static final int MOST_AT_ONCE = 200;
  private static final System.Logger LOG = System.getLogger(LoadClerk.class.getName());

  @Inject LoadSearch search;
  @Inject LoadBook book;
  @Inject SiteBook siteBook;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void everyMinute() {
    try {
      runOnce();
    } catch (RuntimeException fault) {
      LOG.log(Level.WARNING, "Weighings could not become loads; tried again in a minute", fault);
    }
  }

  /** How many became loads. */
  public int runOnce() {
    LoadRule rule = siteBook.site().loadRule();
    if (!rule.automatic()) {
      return 0;
    }
    Instant over = clock.instant().minus(rule.window());
    return (int)
        search.unclaimed(over.minus(LOOKS_BACK), over, MOST_AT_ONCE).stream()
            .filter(this::taken)
            .count();
  }

  private boolean taken(Weighing weighing) {
    Optional<Passage> passage =
        search
            .passageOf(weighing)
            .filter(candidate -> search.held(candidate.getId()).isEmpty())
            .filter(
                candidate ->
                    search
                        .offer(candidate)
                        .filter(offer -> offer.getId().equals(weighing.getId()))
                        .isPresent());
    passage.ifPresent(
        found ->
            book.write(
                found,
                Optional.of(weighing),
                Load.Source.AUTOMATIC,
                null,
                Load.tonnes(weighing.getNetKg()),
                null));
    return passage.isPresent();
  }
}
