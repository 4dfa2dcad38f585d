package cn.ecogate.ledger.boundary;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Facts of the registers kept at hand for the next truck, until {@link LedgerNews} has another
 * mark. The facts asked for longest ago make room.
 */
public final class Shelf<K, V> {

  private final LongSupplier mark;
  private final Map<K, V> kept;
  private long keptUnder;

  public Shelf(int most, LongSupplier mark) {
    this.mark = mark;
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /**
   * The fact, read if it is not at hand. Reading must see what is committed at that moment, not the
   * older view of a running transaction.
   */
  public V get(K key, Function<K, V> read) {
    long before = mark.getAsLong();
    V found = lookUp(key, before);
    if (found == null) {
      found = read.apply(key);
      put(key, found, before);
    }
    return found;
  }

  private synchronized V lookUp(K key, long now) {
    if (keptUnder != now) {
      kept.clear();
      keptUnder = now;
    }
    return kept.get(key);
  }

  /** What was read while something changed may be of before the change: it is used once. */
  private synchronized void put(K key, V value, long readUnder) {
    if (keptUnder == readUnder && mark.getAsLong() == readUnder) {
      kept.put(key, value);
    }
  }
}
