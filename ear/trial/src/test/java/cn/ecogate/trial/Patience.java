package cn.ecogate.trial;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Assertions;

/** Waits for another process to get somewhere, and says what did not come. */
final class Patience {

  private static final long LOOK_AGAIN = Duration.ofMillis(250).toNanos();

  private Patience() {}

  static void until(String what, Duration patience, Callable<Boolean> come) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!come.call()) {
      if (System.nanoTime() > deadline) {
        Assertions.fail("After " + patience.toSeconds() + " s still not: " + what);
      }
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }
}
