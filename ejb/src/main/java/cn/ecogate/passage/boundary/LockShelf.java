package cn.ecogate.passage.boundary;

import cn.ecogate.passage.entity.BarrierLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps the locks at hand, because every admitted truck asks for them. A change on this node counts
 * as soon as it is committed, one on another node within {@link #KEPT_FOR}; while the database does
 * not answer, what was known holds.
 */
@ApplicationScoped
public class LockShelf {

  static final Duration KEPT_FOR = Duration.ofSeconds(2);

  private static final System.Logger LOG = System.getLogger(LockShelf.class.getName());

  private final AtomicLong changes = new AtomicLong();
  private final LongSupplier nanos;
  private final Supplier<List<BarrierLock>> source;

  @Inject BarrierSearch search;

  private volatile Copy copy;

  private record Copy(List<BarrierLock> all, long change, long readAt) {}

  /** For the container. */
  public LockShelf() {
    this.nanos = System::nanoTime;
    this.source = () -> search.locks();
  }

  /** For tests: where locks come from, and a steady clock in nanoseconds. */
  LockShelf(Supplier<List<BarrierLock>> source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  /** The lock of that lane's barrier. */
  public Optional<BarrierLock> of(String laneId) {
    return all().stream().filter(lock -> lock.getLaneId().equals(laneId)).findFirst();
  }

  /** Every lock in force. */
  public List<BarrierLock> all() {
    Copy kept = copy;
    long now = nanos.getAsLong();
    long change = changes.get();
    if (kept != null && kept.change == change && now - kept.readAt < KEPT_FOR.toNanos()) {
      return kept.all;
    }
    try {
      // A change during the reading leaves this copy outdated, not valid: its number is older.
      copy = new Copy(List.copyOf(source.get()), change, now);
      return copy.all;
    } catch (RuntimeException noDatabase) {
      LOG.log(Level.DEBUG, "locks cannot be read now; what was known holds", noDatabase);
      return kept == null ? List.of() : kept.all;
    }
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) BarrierRecorded changed) {
    changes.incrementAndGet();
  }
}
