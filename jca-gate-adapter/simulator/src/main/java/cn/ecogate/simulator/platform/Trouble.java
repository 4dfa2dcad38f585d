package cn.ecogate.simulator.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the platform misbehaves at the moment, and for how many records more. */
final class Trouble {

  /** For as long as nobody says otherwise. */
  static final int FOR_EVER = -1;

  private final Duration slowness;
  private final CountDownLatch closing = new CountDownLatch(1);
  private FailMode mode = FailMode.OFF;
  private int left;

  Trouble(Duration slowness) {
    this.slowness = slowness;
  }

  synchronized void set(FailMode newMode, int count) {
    mode = newMode;
    left = count;
  }

  synchronized FailMode current() {
    return mode;
  }

  /** The mode for this record; a counted one is used up. */
  synchronized FailMode next() {
    FailMode now = mode;
    if (left > 0 && --left == 0) {
      mode = FailMode.OFF;
    }
    return now;
  }

  /** Waits as a slow platform does, but not longer than the platform lives. */
  void dawdle() {
    try {
      boolean closed = closing.await(slowness.toMillis(), TimeUnit.MILLISECONDS);
      if (closed) {
        set(FailMode.OFF, 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    closing.countDown();
  }
}
