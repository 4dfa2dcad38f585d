package cn.ecogate.ledger.boundary;

import cn.ecogate.ledger.entity.LedgerCheck;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies the whole ledger for whoever wants to see it proved: in the background, one run at a
 * time, and keeps the last outcome until the next.
 */
@ApplicationScoped
public class LedgerReview {

  private static final System.Logger LOG = System.getLogger(LedgerReview.class.getName());

  @Inject Ledger ledger;
  @Inject Clock clock;
  @Resource ManagedExecutorService background;

  private Instant begun;
  private Optional<Outcome> outcome = Optional.empty();

  /**
   * What a run found.
   *
   * @param check empty if the ledger could not be read to its end
   */
  public record Outcome(Instant begun, Duration took, Optional<LedgerCheck> check) {}

  /** Begins a run, unless one is under way. */
  public synchronized void begin() {
    if (begun == null) {
      begun = clock.instant();
      background.submit(this::verify);
    }
  }

  /** Since when a run is under way. */
  public synchronized Optional<Instant> running() {
    return Optional.ofNullable(begun);
  }

  /** The last run that ended, since the program started. */
  public synchronized Optional<Outcome> outcome() {
    return outcome;
  }

  private void verify() {
    Optional<LedgerCheck> check = Optional.empty();
    try {
      check = Optional.of(ledger.verify());
    } catch (RuntimeException fault) {
      LOG.log(Level.ERROR, "The ledger could not be verified to its end", fault);
    }
    ended(check);
  }

  private synchronized void ended(Optional<LedgerCheck> check) {
    outcome = Optional.of(new Outcome(begun, Duration.between(begun, clock.instant()), check));
    begun = null;
    check.ifPresent(
        found ->
            LOG.log(
                found.sound() ? Level.INFO : Level.ERROR,
                "Ledger verified: {0} entries, root {1}, {2} faults {3}",
                found.entries(),
                found.rootHash(),
                found.faults().size(),
                found.faults()));
  }
}
