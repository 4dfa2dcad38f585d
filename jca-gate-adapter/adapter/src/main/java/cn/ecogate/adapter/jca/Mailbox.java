package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.link.RetryPlan;
import jakarta.resource.ResourceException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The letters of one device, in order: the first is delivered until everybody has had it. */
final class Mailbox {

  static final long NOTHING_TO_DO = Long.MAX_VALUE;

  private static final System.Logger LOG = System.getLogger(Mailbox.class.getName());

  private final String deviceId;
  private final int capacity;
  private final RetryPlan retry;
  private final Supplier<List<Subscription>> subscriptions;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Deque<Letter> letters = new ArrayDeque<>();
  private boolean closed;
  private boolean failing;
  private long notBefore = System.nanoTime();

  Mailbox(
      String deviceId, int capacity, RetryPlan retry, Supplier<List<Subscription>> subscriptions) {
    this.deviceId = deviceId;
    this.capacity = capacity;
    this.retry = retry;
    this.subscriptions = subscriptions;
  }

  /** Puts it in, waiting for room; false if the box was closed meanwhile. */
  boolean put(Letter letter) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (letters.size() >= capacity && !closed) {
        room.await();
      }
      if (!closed) {
        letters.add(letter);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Puts it in if there is room. */
  boolean offer(Letter letter) {
    lock.lock();
    try {
      boolean taken = !closed && letters.size() < capacity;
      if (taken) {
        letters.add(letter);
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Puts it in at once, in the place of waiting ones of its kind if those are outdated by it. */
  void putNow(Letter letter, boolean outdatesItsKind) {
    lock.lock();
    try {
      if (outdatesItsKind) {
        Letter first = letters.peek();
        // The first may be under way already.
        letters.removeIf(l -> l != first && l.kind() == letter.kind());
      }
      letters.add(letter);
    } finally {
      lock.unlock();
    }
  }

  boolean hasRoom() {
    lock.lock();
    try {
      return letters.size() < capacity;
    } finally {
      lock.unlock();
    }
  }

  boolean isEmpty() {
    lock.lock();
    try {
      return letters.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tries to deliver the first letter; by one thread at a time.
   *
   * @return in how many nanoseconds it wants to be called again
   */
  long deliverFirst() {
    Letter letter = first();
    if (letter == null) {
      return NOTHING_TO_DO;
    }
    long early = notBefore - System.nanoTime();
    if (early > 0) {
      return early;
    }
    List<Subscription> takers = subscriptions.get().stream().filter(s -> s.takes(letter)).toList();
    if (takers.isEmpty()) {
      // Seen before the application is ready: it waits for the first bean.
      return NOTHING_TO_DO;
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
    settled(letter);
    return 0;
  }

  private Letter first() {
    lock.lock();
    try {
      return letters.peek();
    } finally {
      lock.unlock();
    }
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

  private void settled(Letter letter) {
    if (failing) {
      LOG.log(Level.INFO, "{0}：{1} 已被接收，恢复投递", deviceId, letter);
      failing = false;
    }
    retry.succeeded();
    letter.settled();
    lock.lock();
    try {
      letters.remove(letter);
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
