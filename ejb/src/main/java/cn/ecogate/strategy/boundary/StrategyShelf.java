package cn.ecogate.strategy.boundary;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.strategy.control.StrategyInForce;
import cn.ecogate.strategy.entity.ControlStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Keeps the strategies at hand, because every truck asks for them and they change some times a
 * year. A change on this node counts as soon as it is committed, one on another node within {@link
 * #KEPT_FOR}; beginnings and ends need no reading, they are looked at in every question.
 */
@ApplicationScoped
public class StrategyShelf {

  static final Duration KEPT_FOR = Duration.ofSeconds(2);

  private final AtomicLong changes = new AtomicLong();
  private final LongSupplier nanos;
  private final Supplier<List<ControlStrategy>> source;

  @Inject StrategyReader reader;

  private volatile Copy copy;

  private record Copy(List<ControlStrategy> all, long change, long readAt) {}

  /** For the container. */
  public StrategyShelf() {
    this.nanos = System::nanoTime;
    this.source = () -> reader.all();
  }

  /** For tests: where strategies come from, and a steady clock in nanoseconds. */
  public StrategyShelf(Supplier<List<ControlStrategy>> source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  /** Every strategy, past and future ones too. */
  public List<ControlStrategy> all() {
    Copy kept = copy;
    long now = nanos.getAsLong();
    long change = changes.get();
    if (kept != null && kept.change == change && now - kept.readAt < KEPT_FOR.toNanos()) {
      return kept.all;
    }
    // A change during the reading leaves this copy outdated, not valid: its number is older.
    Copy fresh = new Copy(List.copyOf(source.get()), change, now);
    copy = fresh;
    return fresh.all;
  }

  /** What the strategies in force at that moment forbid, flat, for the rules. */
  public List<Restriction> restrictions(Instant at) {
    return StrategyInForce.at(at, all()).stream()
        .flatMap(strategy -> strategy.restrictions().stream())
        .toList();
  }

  public void changed(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) StrategiesChanged changed) {
    changes.incrementAndGet();
  }
}
