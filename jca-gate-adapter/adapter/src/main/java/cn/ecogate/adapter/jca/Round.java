package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.link.RetryPlan;
import jakarta.resource.ResourceException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;

/** Brings a device's letters to every bean that takes them, again until all have had it. */
final class Round {

  private static final System.Logger LOG = System.getLogger(Round.class.getName());

  private final String deviceId;
  private final RetryPlan retry;
  private final Supplier<List<Subscription>> subscriptions;
  private boolean failing;
  private long notBefore = System.nanoTime();

  Round(String deviceId, RetryPlan retry, Supplier<List<Subscription>> subscriptions) {
    this.deviceId = deviceId;
    this.retry = retry;
    this.subscriptions = subscriptions;
  }

  /**
   * One try; by one thread at a time.
   *
   * @return 0 if everybody has had it, else in how many nanoseconds to try again
   */
  long bring(Letter letter) {
    long early = notBefore - System.nanoTime();
    if (early > 0) {
      return early;
    }
    List<Subscription> takers = subscriptions.get().stream().filter(s -> s.takes(letter)).toList();
    if (takers.isEmpty()) {
      // Seen before the application is ready: it waits for the first bean.
      return Box.NOTHING_TO_DO;
    }
    boolean all = true;
    for (Subscription taker : takers) {
      all &= letter.hadBy(taker) || deliver(letter, taker);
    }
    if (!all) {
      long wait = retry.next().toNanos();
      notBefore = System.nanoTime() + wait;
      return wait;
    }
    if (failing) {
      LOG.log(Level.INFO, "{0}：{1} 已被接收，恢复投递", deviceId, letter);
      failing = false;
    }
    retry.succeeded();
    letter.settled();
    return 0;
  }

  private boolean deliver(Letter letter, Subscription taker) {
    try {
      taker.deliver(letter);
      letter.wasHadBy(taker);
      return true;
    } catch (ResourceException | RuntimeException e) {
      if (!failing) {
        LOG.log(Level.WARNING, deviceId + "：" + letter + " 未被接收，将按顺序重新投递", e);
        failing = true;
      }
      return false;
    }
  }
}
