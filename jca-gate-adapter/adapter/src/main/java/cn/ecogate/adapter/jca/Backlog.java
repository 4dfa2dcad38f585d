package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.PlateSeen;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What one camera tells from its memory: in order, several at once, and only while none of its live
 * vehicles waits. What a stream brings waits on the disk, because the camera takes it for delivered
 * and a process may die, and because a live vehicle may stand behind it; what a camera can bring
 * again waits in memory.
 */
final class Backlog implements Box {

  /** So many are told at once: one durable write for all of them, and some ten milliseconds. */
  static final int AT_ONCE = 32;

  private static final System.Logger LOG = System.getLogger(Backlog.class.getName());

  /** Pictures of so many bytes are told at once, one event at least. */
  private static final long BYTES_AT_ONCE = 16 << 20;

  /** How soon it is looked again whether a live vehicle is done with. */
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(5);

  private final String deviceId;
  private final int capacity;
  private final BooleanSupplier live;
  private final Shed shed;
  private final Round round;
  private final Breath breath;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Deque<Late> waiting = new ArrayDeque<>();
  private List<Late> underWay = List.of();
  private Letter letter;
  private boolean closed;

  /** One event, and whom it concerns that everybody has had it. */
  record Late(PlateSeen seen, Runnable settled) {

    long bytes() {
      return seen.pictures().stream().mapToLong(picture -> picture.bytes().length).sum();
    }
  }

  /**
   * @param capacity how many wait in memory
   * @param live whether a vehicle of that camera stands at the barrier
   * @param breath shared by all cameras
   */
  Backlog(
      String deviceId, int capacity, BooleanSupplier live, Shed shed, Round round, Breath breath) {
    this.deviceId = deviceId;
    this.capacity = capacity;
    this.live = live;
    this.shed = shed;
    this.round = round;
    this.breath = breath;
  }

  /** Puts it in; waits only if there is room neither in memory nor on the disk. */
  boolean put(PlateSeen seen) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed && !taken(seen)) {
        room.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private boolean taken(PlateSeen seen) {
    try {
      shed.park(seen);
      return true;
    } catch (IOException e) {
      if (shed.isEmpty() && waiting.size() < capacity) {
        waiting.add(new Late(seen, () -> {}));
        return true;
      }
      LOG.log(Level.WARNING, "{0}：历史记录无法暂存（{1}），暂停读取摄像机，直到前面的记录完", deviceId, e.getMessage());
      return false;
    }
  }

  /** Takes it if there is room in memory, for a camera that can be asked to come again. */
  boolean offer(PlateSeen seen, Runnable recorded) {
    lock.lock();
    try {
      boolean taken = !closed && shed.isEmpty() && waiting.size() < capacity;
      if (taken) {
        waiting.add(new Late(seen, recorded));
      }
      return taken;
    } finally {
      lock.unlock();
    }
  }

  boolean hasRoom() {
    lock.lock();
    try {
      return shed.size() + waiting.size() < capacity;
    } finally {
      lock.unlock();
    }
  }

  Shed shed() {
    return shed;
  }

  @Override
  public long deliverFirst() {
    if (live.getAsBoolean()) {
      return isEmpty() ? NOTHING_TO_DO : LOOK_AGAIN;
    }
    long pause = breath.left();
    if (pause > 0) {
      return isEmpty() ? NOTHING_TO_DO : pause;
    }
    if (letter == null) {
      underWay = next();
      if (underWay.isEmpty()) {
        return NOTHING_TO_DO;
      }
      List<Late> told = underWay;
      letter =
          new Letter(
              Letter.Kind.HISTORY,
              told.stream().map(Late::seen).toList(),
              () -> told.forEach(late -> late.settled().run()));
    }
    long begun = System.nanoTime();
    long wait = round.bring(letter);
    if (wait == 0) {
      breath.after(begun);
      letter = null;
      settled();
    }
    return wait;
  }

  /** The oldest ones; they stay until everybody has had them. */
  private List<Late> next() {
    lock.lock();
    try {
      if (waiting.isEmpty()) {
        waiting.addAll(shed.take(AT_ONCE));
      }
      List<Late> next = new ArrayList<>();
      long bytes = 0;
      for (Late late : waiting) {
        bytes += late.bytes();
        if (next.size() == AT_ONCE || !next.isEmpty() && bytes > BYTES_AT_ONCE) {
          break;
        }
        next.add(late);
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void settled() {
    lock.lock();
    try {
      underWay.forEach(late -> waiting.removeFirst());
      underWay = List.of();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isEmpty() {
    lock.lock();
    try {
      return waiting.isEmpty() && shed.isEmpty();
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
}
