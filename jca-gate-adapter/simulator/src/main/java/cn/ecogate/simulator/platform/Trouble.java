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
  private String field = "";

  Trouble(Duration slowness) {
    this.slowness = slowness;
  }

  void set(FailMode newMode, int count) {
    set(newMode, count, "");
  }

  /** Misbehaves about that field only, if the mode is one that looks at fields. */
  synchronized void set(FailMode newMode, int count, String about) {
    mode = newMode;
    left = count;
    field = about;
  }

  synchronized String field() {
    return field;
  }

  /** How far the platform's clock is ahead. */
  synchronized Duration skew() {
    return mode == FailMode.SKEW ? Duration.ofHours(1) : Duration.ZERO;
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

  /** Waits for the platform's end: whoever called has to give up by itself. */
  void neverAnswer() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close() {
    closing.countDown();
  }
}
