package cn.ecogate.simulator;

import cn.ecogate.simulator.camera.Order;
import cn.ecogate.simulator.camera.PlateCamera;
import cn.ecogate.simulator.day.Visitor;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.line.Threads;
import cn.ecogate.simulator.site.SitePlan.VehiclePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Very many events in a short time, the same again with the same seed: some are said again, some
 * come after a later one, some over a line that broke. As fast as they are read, or as told.
 */
final class Flood {

  /** Of a hundred events. */
  record Shares(int repeats, int reordered, int reconnects) {}

  /** As many may wait in a camera: it must not drop a client that is merely slow. */
  private static final int MOST_WAITING = 20;

  private static final int LATEST_REPEAT = 8;
  private static final long ARMING_MILLIS = 40_000;

  /** Twice what a camera's whole seconds may differ. */
  private static final Duration SAME_MOMENT = Duration.ofSeconds(2);

  private record Again(String event, int at) {}

  private final Yard yard;
  private final int events;
  private final long seed;
  private final int perSecond;
  private final Shares shares;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();

  /**
   * @param perSecond over all cameras; 0 = as fast as they are read
   */
  Flood(Yard yard, int events, long seed, int perSecond, Shares shares) {
    this.yard = yard;
    this.events = events;
    this.seed = seed;
    this.perSecond = perSecond;
    this.shares = shares;
  }

  int events() {
    return events;
  }

  int sent() {
    return sent.get();
  }

  boolean done() {
    return running.get() == 0 && sent.get() >= events;
  }

  void begin() {
    Map<String, PlateCamera> cameras = new LinkedHashMap<>(yard.devices().cameras());
    running.set(cameras.size());
    int left = events;
    int still = cameras.size();
    for (String device : cameras.keySet()) {
      int own = left / still;
      left -= own;
      still--;
      Random random = new Random(seed * 31 + device.hashCode());
      Threads.start("flood " + device, () -> run(device, cameras.get(device), own, random));
    }
  }

  private void run(String device, PlateCamera camera, int own, Random random) {
    try {
      Mischief mischief = yard.devices().all().get(device).mischief();
      Deque<Again> repeats = new ArrayDeque<>();
      Map<String, Instant> passed = new HashMap<>();
      long start = System.nanoTime();
      for (int i = 0; i < own; ) {
        pace(camera, start, i);
        Instant now = yard.clock().instant();
        int pair = i + 1 < own && percent(random, shares.reordered()) ? 2 : 1;
        for (int k = pair; k >= 1; k--) {
          Instant at = now.plusMillis(k);
          String event = camera.see(order(device, i + k, passed, at), at);
          if (percent(random, shares.repeats())) {
            repeats.add(new Again(event, i + 1 + random.nextInt(LATEST_REPEAT)));
          }
        }
        i += pair;
        sent.addAndGet(pair);
        while (!repeats.isEmpty() && repeats.peekFirst().at() <= i) {
          camera.again(repeats.removeFirst().event());
        }
        if (percent(random, shares.reconnects())) {
          breakLine(camera, mischief, random);
        }
      }
      repeats.forEach(last -> camera.again(last.event()));
    } finally {
      running.decrementAndGet();
    }
  }

  /**
   * The site's vehicles in turn, and a stranger whenever the next of them was there a moment ago:
   * no vehicle passes one camera twice within a second, and whoever hears so takes it for one.
   */
  private Order order(String device, int turn, Map<String, Instant> passed, Instant at) {
    Visitor visitor = OnePlan.visitor(String.format("云B%05d", turn % 100_000), "YELLOW", "H11");
    if (!yard.vehicles().isEmpty()) {
      VehiclePlan vehicle = yard.vehicles().get(turn % yard.vehicles().size());
      Instant before = passed.get(vehicle.plate());
      if (before == null || before.plus(SAME_MOMENT).isBefore(at)) {
        passed.put(vehicle.plate(), at);
        visitor = OnePlan.visitor(vehicle.plate(), vehicle.color(), vehicle.type());
      }
    }
    return new Order(device, visitor.subject(), 0, visitor.kind().name(), false);
  }

  private static boolean percent(Random random, int share) {
    return random.nextInt(100) < share;
  }

  /** In the middle of an event, or between two. */
  private static void breakLine(PlateCamera camera, Mischief mischief, Random random) {
    if (random.nextBoolean()) {
      mischief.order(Mischief.Fault.CUT, 1);
    } else {
      camera.plug().dropLines();
    }
  }

  private void pace(PlateCamera camera, long start, int done) {
    long armBy = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ARMING_MILLIS);
    while (camera.waiting() > MOST_WAITING
        || camera.listeners() == 0 && System.nanoTime() < armBy) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    if (perSecond > 0) {
      long due =
          start + TimeUnit.SECONDS.toNanos(1) * done * yard.devices().cameras().size() / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(Math.max(100_000, due - System.nanoTime()));
      }
    }
  }
}
