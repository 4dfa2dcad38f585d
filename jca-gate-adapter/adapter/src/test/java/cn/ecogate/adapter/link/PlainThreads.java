package cn.ecogate.adapter.link;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Threads of the test's own, all of which must be gone at its end. */
public final class PlainThreads implements Threads, AutoCloseable {

  private final List<Thread> started = new CopyOnWriteArrayList<>();
  private final List<Loop> loops = new CopyOnWriteArrayList<>();

  @Override
  public void start(Loop loop) {
    Thread thread = new Thread(loop, "loop-" + started.size());
    thread.setDaemon(true);
    started.add(thread);
    loops.add(loop);
    thread.start();
  }

  public int startedCount() {
    return started.size();
  }

  /** How many loops of that sort were started. */
  public long started(Class<? extends Loop> sort) {
    return loops.stream().filter(sort::isInstance).count();
  }

  /** Those that still run after so many milliseconds. */
  public List<Thread> survivors(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    for (Thread thread : started) {
      thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
    return started.stream().filter(Thread::isAlive).toList();
  }

  @Override
  public void close() {
    loops.forEach(Loop::end);
  }
}
