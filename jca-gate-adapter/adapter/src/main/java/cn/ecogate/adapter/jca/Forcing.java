package cn.ecogate.adapter.jca;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Forces to the disk what cameras told from their memories, that of all cameras together and once a
 * second: each file by itself would take the disk from the trucks that wait for their record.
 */
final class Forcing implements Box {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Supplier<Stream<Shed>> sheds;
  private long last = System.nanoTime() - PAUSE.toNanos();

  Forcing(Supplier<Stream<Shed>> sheds) {
    this.sheds = sheds;
  }

  @Override
  public long deliverFirst() {
    if (isEmpty()) {
      return NOTHING_TO_DO;
    }
    long left = last + PAUSE.toNanos() - System.nanoTime();
    if (left > 0) {
      return left;
    }
    sheds.get().forEach(Shed::force);
    last = System.nanoTime();
    return isEmpty() ? NOTHING_TO_DO : PAUSE.toNanos();
  }

  @Override
  public boolean isEmpty() {
    return sheds.get().allMatch(Shed::isForced);
  }

  @Override
  public void close() {
    sheds.get().forEach(Shed::force);
  }
}
