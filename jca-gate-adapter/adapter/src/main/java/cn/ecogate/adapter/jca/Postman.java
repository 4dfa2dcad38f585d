package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.link.Bell;
import cn.ecogate.adapter.link.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A thread that empties mailboxes: a camera's own, or the small news of all devices. */
final class Postman implements Threads.Loop {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final List<Mailbox> boxes = new CopyOnWriteArrayList<>();
  private final Bell bell = new Bell();
  private final Bell ended = new Bell();
  private volatile boolean retired;

  void serve(Mailbox box) {
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
      while (!bell.closed() && !(retired && boxes.stream().allMatch(Mailbox::isEmpty))) {
        long wait = Mailbox.NOTHING_TO_DO;
        for (Mailbox box : boxes) {
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
    boxes.forEach(Mailbox::close);
  }

  boolean awaitEnd(Duration atMost) throws InterruptedException {
    return ended.awaitClosed(atMost);
  }
}
