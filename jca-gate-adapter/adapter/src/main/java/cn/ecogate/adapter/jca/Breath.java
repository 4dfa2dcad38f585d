package cn.ecogate.adapter.jca;

/**
 * The pause that history makes after each of its turns, as long as the turn took: a live vehicle
 * finds ledger, database and processor free for half of the time at least.
 */
final class Breath {

  private long until = System.nanoTime();

  /** In how many nanoseconds the next turn may begin; 0 or less is now. */
  long left() {
    return until - System.nanoTime();
  }

  /** A turn is over that began then. */
  void after(long begun) {
    long now = System.nanoTime();
    until = now + (now - begun);
  }
}
