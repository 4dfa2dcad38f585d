package cn.ecogate.adapter.jca;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The letters of one device, in order: the first is delivered until everybody has had it. */
final class Mailbox implements Box {

  private final int capacity;
  private final Round round;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Deque<Letter> letters = new ArrayDeque<>();
  private boolean closed;

  Mailbox(int capacity, Round round) {
    this.capacity = capacity;
    this.round = round;
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

  @Override
  public boolean isEmpty() {
    lock.lock();
    try {
      return letters.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long deliverFirst() {
    Letter letter = first();
    if (letter == null) {
      return NOTHING_TO_DO;
    }
    long wait = round.bring(letter);
    if (wait == 0) {
      settled(letter);
    }
    return wait;
  }

  private Letter first() {
    lock.lock();
    try {
      return letters.peek();
    } finally {
      lock.unlock();
    }
  }

  private void settled(Letter letter) {
    lock.lock();
    try {
      letters.remove(letter);
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
