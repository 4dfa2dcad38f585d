package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.Diagnosis;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every link does: connect, work until it fails, wait longer each time, until it is ended. */
abstract class OwnedLink implements Link {

  /** A predecessor that does not let go for that long is not waited for any longer. */
  private static final Duration LETTING_GO = Duration.ofSeconds(15);

  protected final Address address;
  protected final Timings timings;
  protected final Bell bell = new Bell();
  private final List<DeviceSpec> devices;
  private final RetryPlan retry;
  private final Bell ended = new Bell();
  private volatile Link predecessor;

  /** For what has to be done beside the link's own work. */
  private volatile Threads threads;

  OwnedLink(Address address, List<DeviceSpec> devices, Timings timings) {
    this.address = address;
    this.devices = List.copyOf(devices);
    this.timings = timings;
    this.retry =
        new RetryPlan(
            timings.firstRetry(),
            timings.longestRetry(),
            () -> java.util.concurrent.ThreadLocalRandom.current().nextDouble());
  }

  /** Connects and works; returns only when ended, throws when the link failed. */
  protected abstract void connectAndWork() throws IOException;

  /** Leaves nothing open behind. */
  protected abstract void letGo();

  protected abstract void failed(String why);

  /** One for each device. */
  protected abstract Collection<Gauge> gauges();

  /** What was recorded of its cameras before this program began. */
  protected void heardUntil(Map<String, Instant> newest) {
    // Most devices have no memory that could be asked.
  }

  /** What the one before it at this address knew of the same cameras. */
  protected void inherit(OwnedLink before) {
    // Most links know nothing that the next one could not ask again.
  }

  final void staffedBy(Threads helpers) {
    threads = helpers;
  }

  /** Has it done beside; it ends by itself, or is told to. */
  protected final void aside(Threads.Loop work) {
    try {
      threads.start(work);
    } catch (GateException e) {
      System.getLogger(getClass().getName()).log(Level.WARNING, e.getMessage());
    }
  }

  /** The other side has shown that it is the right one: the next failure is a first one again. */
  protected final void proved() {
    retry.succeeded();
  }

  @Override
  public final void run() {
    try {
      awaitPredecessor();
      while (!bell.closed()) {
        attempt();
        if (!bell.closed()) {
          bell.await(retry.next());
        }
      }
    } finally {
      ended.close();
    }
  }

  private void attempt() {
    try {
      connectAndWork();
    } catch (IOException e) {
      if (!bell.closed()) {
        failed(Words.of(e, address));
      }
    } catch (RuntimeException e) {
      // A bug must not end the link: the gate would stand still until a restart.
      System.getLogger(getClass().getName()).log(Level.ERROR, "link to " + address, e);
      failed("程序内部错误：" + e);
    } finally {
      letGo();
    }
  }

  /** Something that a command makes the link do. */
  protected interface Order {
    void carryOut() throws IOException;
  }

  /** Something that the link is asked for. */
  protected interface Wish<T> {
    T grant() throws IOException;
  }

  /** Carries out an order on its caller's thread; what goes wrong is counted and said in words. */
  protected final void carryOut(String deviceId, Gauge gauge, Order order) throws GateException {
    answered(
        deviceId,
        gauge,
        () -> {
          order.carryOut();
          return true;
        });
  }

  /** The same for what is answered with more than that it was done. */
  protected final <T> T answered(String deviceId, Gauge gauge, Wish<T> wish) throws GateException {
    try {
      T granted = wish.grant();
      gauge.wellAgain();
      return granted;
    } catch (GateException e) {
      throw e;
    } catch (WireException e) {
      gauge.misunderstood(e);
      throw new LinkFailure(deviceId + "：" + e.getMessage(), e);
    } catch (NoAnswer e) {
      gauge.failed("命令" + e.getMessage());
      throw new LinkFailure(deviceId + "：命令" + e.getMessage(), e);
    } catch (IOException e) {
      // What is wrong with the link says more than the command it cost.
      String why = gauge.health().complaint().orElse(Words.of(e, address));
      gauge.failed(why);
      throw new LinkFailure(deviceId + "：" + why, e);
    }
  }

  private void awaitPredecessor() {
    Link before = predecessor;
    predecessor = null;
    if (before == null) {
      return;
    }
    try {
      before.awaitEnd(LETTING_GO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      bell.close();
    }
  }

  @Override
  public void follow(Link before) {
    predecessor = before;
  }

  @Override
  public void end() {
    bell.close();
  }

  /** Called instead of running, if the link never got a thread. */
  final void neverRan() {
    bell.close();
    ended.close();
  }

  @Override
  public boolean awaitEnd(Duration atMost) throws InterruptedException {
    return ended.awaitClosed(atMost);
  }

  @Override
  public List<DeviceHealth> health() {
    return gauges().stream().map(Gauge::health).toList();
  }

  @Override
  public Optional<Diagnosis> diagnosis(String deviceId) {
    return gauges().stream()
        .map(Gauge::diagnosis)
        .filter(diagnosis -> diagnosis.deviceId().equals(deviceId))
        .findFirst();
  }

  @Override
  public List<DeviceSpec> devices() {
    return devices;
  }
}
