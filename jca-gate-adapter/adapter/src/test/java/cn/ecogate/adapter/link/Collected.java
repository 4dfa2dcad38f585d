package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.TagSeen;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightSeen;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An outlet that keeps everything for the test to take, in order. */
final class Collected implements Outlet {

  private static final long PATIENCE_SECONDS = 10;

  final BlockingQueue<PlateSeen> plates;
  final BlockingQueue<DeviceHealth> healths = new LinkedBlockingQueue<>();
  final BlockingQueue<BarrierReport> barriers = new LinkedBlockingQueue<>();
  final BlockingQueue<WeightSeen> weights = new LinkedBlockingQueue<>();
  final BlockingQueue<TagSeen> tags = new LinkedBlockingQueue<>();
  final BlockingQueue<WeightReport> scales = new LinkedBlockingQueue<>();
  volatile boolean room = true;
  private final BlockingQueue<Runnable> receipts = new LinkedBlockingQueue<>();

  /** False: what is offered is taken, but not recorded before {@link #recordAll}. */
  volatile boolean recording = true;

  Collected() {
    this(Integer.MAX_VALUE);
  }

  Collected(int capacity) {
    plates = new LinkedBlockingQueue<>(capacity);
  }

  @Override
  public void plate(PlateSeen seen) throws InterruptedException {
    plates.put(seen);
  }

  @Override
  public boolean offer(PlateSeen seen, Runnable recorded) {
    boolean taken = plates.offer(seen);
    if (taken) {
      receipts.add(recorded);
      if (recording) {
        recordAll();
      }
    }
    return taken;
  }

  /** What was taken so far is now recorded. */
  void recordAll() {
    for (Runnable recorded = receipts.poll(); recorded != null; recorded = receipts.poll()) {
      recorded.run();
    }
  }

  @Override
  public boolean roomForHistory(String deviceId) {
    return room;
  }

  @Override
  public void health(DeviceHealth health) {
    healths.add(health);
  }

  @Override
  public void barrier(BarrierReport report) {
    barriers.add(report);
  }

  @Override
  public void weight(WeightSeen seen) {
    weights.add(seen);
  }

  @Override
  public void tag(TagSeen seen) {
    tags.add(seen);
  }

  @Override
  public void scale(WeightReport report) {
    scales.add(report);
  }

  @Override
  public boolean roomFor(String deviceId) {
    return room;
  }

  /** Waits for the next one that fits; fails if none comes. */
  static <T> T next(BlockingQueue<T> queue, Predicate<T> fits) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      T found = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (found == null) {
        throw new AssertionError("nothing of the kind came in " + PATIENCE_SECONDS + " s");
      }
      if (fits.test(found)) {
        return found;
      }
    }
  }

  DeviceHealth healthIn(DeviceHealth.State state) throws InterruptedException {
    return next(healths, h -> h.state() == state);
  }

  BarrierReport barrierAt(BarrierReport.Position position) throws InterruptedException {
    return next(barriers, b -> b.position() == position);
  }

  PlateSeen plate() throws InterruptedException {
    return next(plates, p -> true);
  }
}
