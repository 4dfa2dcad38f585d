package cn.ecogate.adapter.jca;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.TagSeen;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightSeen;
import cn.ecogate.adapter.link.Outlet;
import cn.ecogate.adapter.link.RetryPlan;
import cn.ecogate.adapter.link.Threads;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Brings what devices say to the beans that want it. A bean that fails gets the same event again,
 * and behind it everything waits that the same camera saw later. What cameras tell from their
 * memories has a postman of its own, so that no live vehicle stands behind it.
 */
final class Mailroom implements Outlet {

  /** Barrier reports of one device that may wait; then its inputs are not polled. */
  private static final int REPORTS = 256;

  private static final System.Logger LOG = System.getLogger(Mailroom.class.getName());

  private final Threads threads;
  private final TransactionSynchronizationRegistry transactions;
  private final int platesPerCamera;
  private final Path sheds;
  private final Duration firstRetry;
  private final Duration longestRetry;
  private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
  private final Map<String, Route> cameras = new HashMap<>();
  private final Map<String, Mailbox> news = new ConcurrentHashMap<>();
  private final List<Postman> postmen = new CopyOnWriteArrayList<>();
  private final Map<String, Backlog> backlogs = new HashMap<>();
  private final Postman newsman = new Postman();

  /** One for all cameras: at most one durable write of history is under way at any time. */
  private final Postman historian = new Postman();

  private final Postman forcer = new Postman();

  private final Breath breath = new Breath();

  private boolean closed;

  /** The box of a camera, weighbridge or scanner, and the postman who serves it alone. */
  private record Route(Mailbox box, Postman postman) {}

  /**
   * @param platesPerCamera how many of a camera wait in memory, live ones and such as it can bring
   *     again
   * @param sheds folder for the history that it cannot bring again
   */
  Mailroom(
      Threads threads,
      TransactionSynchronizationRegistry transactions,
      int platesPerCamera,
      Path sheds,
      Duration firstRetry,
      Duration longestRetry) {
    this.threads = threads;
    this.transactions = transactions;
    this.platesPerCamera = platesPerCamera;
    this.sheds = sheds;
    this.firstRetry = firstRetry;
    this.longestRetry = longestRetry;
  }

  void open() throws GateException {
    postmen.add(newsman);
    postmen.add(historian);
    postmen.add(forcer);
    forcer.serve(new Forcing(this::sheds));
    threads.start(newsman);
    threads.start(historian);
    threads.start(forcer);
    // What the last process had not told yet.
    Shed.devices(sheds).forEach(this::backlog);
  }

  /** A bean is deployed. Returns at once: the bean may not be ready to be called yet. */
  void subscribe(MessageEndpointFactory factory, Class<?> listener) {
    subscriptions.add(new Subscription(factory, listener, transactions));
    postmen.forEach(Postman::ring);
  }

  /** A bean goes away; what it is doing is waited for. */
  void unsubscribe(MessageEndpointFactory factory, Class<?> listener, Duration atMost) {
    for (Subscription subscription : subscriptions) {
      if (subscription.belongsTo(factory, listener)) {
        subscriptions.remove(subscription);
        subscription.end(atMost);
      }
    }
    postmen.forEach(Postman::ring);
  }

  @Override
  public void plate(PlateSeen seen) throws InterruptedException {
    if (seen.late()) {
      backlog(seen.deviceId()).put(seen);
      historian.ring();
      forcer.ring();
      return;
    }
    hand(seen.deviceId(), new Letter(Letter.Kind.PLATE, seen));
  }

  @Override
  public void weight(WeightSeen seen) throws InterruptedException {
    hand(seen.deviceId(), new Letter(Letter.Kind.WEIGHT, seen));
  }

  @Override
  public void tag(TagSeen seen) throws InterruptedException {
    hand(seen.deviceId(), new Letter(Letter.Kind.TAG, seen));
  }

  private void hand(String deviceId, Letter letter) throws InterruptedException {
    Route route = route(deviceId);
    if (route.box().put(letter)) {
      route.postman().ring();
    } else {
      LOG.log(Level.DEBUG, () -> deviceId + ": closed before " + letter);
    }
  }

  @Override
  public boolean offer(PlateSeen seen, Runnable recorded) {
    if (seen.late()) {
      boolean taken = backlog(seen.deviceId()).offer(seen, recorded);
      historian.ring();
      return taken;
    }
    Route route = route(seen.deviceId());
    boolean taken = route.box().offer(new Letter(Letter.Kind.PLATE, seen, recorded));
    if (taken) {
      route.postman().ring();
    }
    return taken;
  }

  private synchronized Route route(String deviceId) {
    Route known = cameras.get(deviceId);
    if (known != null) {
      return known;
    }
    Route route = new Route(box(deviceId, platesPerCamera), new Postman());
    route.postman().serve(route.box());
    if (closed) {
      route.postman().end();
      return route;
    }
    try {
      threads.start(route.postman());
      cameras.put(deviceId, route);
      postmen.add(route.postman());
    } catch (GateException e) {
      throw new IllegalStateException("没有线程投递 " + deviceId + " 的事件", e);
    }
    return route;
  }

  /** Kept for good: what it holds on the disk outlives the device. */
  private synchronized Backlog backlog(String deviceId) {
    Backlog known = backlogs.get(deviceId);
    if (known != null) {
      return known;
    }
    Backlog backlog =
        new Backlog(
            deviceId,
            platesPerCamera,
            () -> standsAtBarrier(deviceId),
            Shed.of(sheds, deviceId),
            round(deviceId),
            breath);
    backlogs.put(deviceId, backlog);
    historian.serve(backlog);
    if (closed) {
      backlog.close();
    }
    return backlog;
  }

  private synchronized Stream<Shed> sheds() {
    return List.copyOf(backlogs.values()).stream().map(Backlog::shed);
  }

  private synchronized boolean standsAtBarrier(String deviceId) {
    Route route = cameras.get(deviceId);
    return route != null && !route.box().isEmpty();
  }

  private Mailbox box(String deviceId, int capacity) {
    return new Mailbox(capacity, round(deviceId));
  }

  private Round round(String deviceId) {
    RetryPlan retry =
        new RetryPlan(firstRetry, longestRetry, () -> ThreadLocalRandom.current().nextDouble());
    return new Round(deviceId, retry, () -> subscriptions);
  }

  @Override
  public boolean roomForHistory(String deviceId) {
    return backlog(deviceId).hasRoom();
  }

  @Override
  public void health(DeviceHealth health) {
    newsOf(health.deviceId()).putNow(new Letter(Letter.Kind.HEALTH, health), true);
    newsman.ring();
  }

  @Override
  public void scale(WeightReport report) {
    newsOf(report.deviceId()).putNow(new Letter(Letter.Kind.SCALE, report), true);
    newsman.ring();
  }

  @Override
  public void barrier(BarrierReport report) {
    newsOf(report.deviceId()).putNow(new Letter(Letter.Kind.BARRIER, report), false);
    newsman.ring();
  }

  @Override
  public boolean roomFor(String deviceId) {
    return newsOf(deviceId).hasRoom();
  }

  private Mailbox newsOf(String deviceId) {
    return news.computeIfAbsent(
        deviceId,
        id -> {
          Mailbox box = box(id, REPORTS);
          newsman.serve(box);
          return box;
        });
  }

  /**
   * Cameras that are no longer installed: what they saw is still delivered, then they are
   * forgotten.
   */
  synchronized void keepOnly(Set<String> deviceIds) {
    for (String gone : cameras.keySet().stream().filter(id -> !deviceIds.contains(id)).toList()) {
      cameras.remove(gone).postman().retire();
    }
  }

  void close(Duration atMost) throws InterruptedException {
    List<Postman> ending;
    synchronized (this) {
      closed = true;
      ending = new ArrayList<>(postmen);
    }
    ending.forEach(Postman::end);
    long deadline = System.nanoTime() + atMost.toNanos();
    for (Postman postman : ending) {
      postman.awaitEnd(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
  }
}
