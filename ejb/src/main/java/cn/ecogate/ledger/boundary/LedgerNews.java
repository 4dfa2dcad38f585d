package cn.ecogate.ledger.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether anything but passages has been recorded lately. Every change of a register or a strategy
 * is an audit entry of the ledger, and nobody appends without finding the head where this node left
 * it: so what was read from the registers under one mark is still true while the mark stands.
 */
@ApplicationScoped
public class LedgerNews {

  /** Kind of the entries that tell of changed data. */
  public static final String AUDIT = "audit";

  private final AtomicLong mark = new AtomicLong();

  /** Another number after every change, on this node or another. */
  public long mark() {
    return mark.get();
  }

  /**
   * Something changed, or another node may have changed anything: told before the commit, so that
   * nobody waits for the next entry with facts of before, and again after it, because somebody may
   * have read the old state in between.
   */
  void changed() {
    mark.incrementAndGet();
  }
}
