package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.link.Bell;
import cn.ecogate.adapter.link.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A thread that empties boxes: a camera's own, the small news of all devices, or what all cameras
 * tell from their memories.
 */
final class Postman implements Threads.Loop {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final List<Box> boxes = new CopyOnWriteArrayList<>();
  private final Bell bell = new Bell();
  private final Bell ended = new Bell();
  private volatile boolean retired;

  void serve(Box box) {
    boxes.add(box);
  }

  /** There is a letter, or somebody new to take letters. */
  void ring() {
    bell.ring();
  }

  /** Ends when everything is delivered. */
  void retire() {
    retired = true;
    bell.ring();
  }

  @Override
  public void run() {
    try {
      while (!bell.closed() && !(retired && boxes.stream().allMatch(Box::isEmpty))) {
        long wait = Box.NOTHING_TO_DO;
        for (Box box : boxes) {
          wait = bell.closed() ? 0 : Math.min(wait, box.deliverFirst());
        }
        if (wait > 0) {
          bell.await(Duration.ofNanos(Math.min(wait, LONG.toNanos())));
        }
      }
    } finally {
      ended.close();
    }
  }

  @Override
  public void end() {
    bell.close();
    boxes.forEach(Box::close);
  }

  boolean awaitEnd(Duration atMost) throws InterruptedException {
    return ended.awaitClosed(atMost);
  }
}
