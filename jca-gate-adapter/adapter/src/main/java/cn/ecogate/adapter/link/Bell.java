package cn.ecogate.adapter.link;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a thread waits at: for a time, until it is rung, or until closing time. */
public final class Bell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private boolean pending;
  private boolean closed;

  /** Waits so long at most; a ring that came before is not missed. */
  public void await(Duration atMost) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!pending && !closed && left > 0) {
        left = rung.awaitNanos(left);
      }
      pending = false;
    } catch (InterruptedException e) {
      // The server takes its thread back: that is closing time.
      closed = true;
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  public void ring() {
    lock.lock();
    try {
      pending = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Closing time: nobody waits here any more. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until closing time, so long at most; true if it came. */
  public boolean awaitClosed(Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!closed && left > 0) {
        left = rung.awaitNanos(left);
      }
      return closed;
    } finally {
      lock.unlock();
    }
  }
}
