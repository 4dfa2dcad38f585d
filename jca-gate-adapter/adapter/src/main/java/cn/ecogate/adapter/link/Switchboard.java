package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.Diagnosis;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.WeightReport;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Holds the links of all installed devices: exactly one to each address. */
public final class Switchboard {

  private static final System.Logger LOG = System.getLogger(Switchboard.class.getName());

  private final Threads threads;
  private final Outlet outlet;
  private final Clock clock;
  private final Timings timings;

  private final Map<String, OwnedLink> links = new LinkedHashMap<>();
  private volatile Map<String, OwnedLink> byDevice = Map.of();
  private volatile Map<String, Instant> heardUntil = Map.of();
  private boolean closed;

  public Switchboard(Threads threads, Outlet outlet, Clock clock, Timings timings) {
    this.threads = threads;
    this.outlet = outlet;
    this.clock = clock;
    this.timings = timings;
  }

  /** Makes the held devices exactly these; refuses the whole list if one of them is unusable. */
  public synchronized void install(Collection<DeviceSpec> specs) throws GateException {
    if (closed) {
      throw new GateException("适配器已停止，不能安装设备");
    }
    SitePlan plan = SitePlan.of(specs);
    Map<String, OwnedLink> leaving = new LinkedHashMap<>(links);
    List<OwnedLink> coming = new ArrayList<>();
    Map<String, OwnedLink> wanted = new LinkedHashMap<>();
    for (Map.Entry<String, SitePlan.Branch> entry : plan.branches().entrySet()) {
      OwnedLink held = links.get(entry.getKey());
      SitePlan.Branch branch = entry.getValue();
      if (held != null && sameDevices(held, branch)) {
        leaving.remove(entry.getKey());
        wanted.put(entry.getKey(), held);
      } else {
        OwnedLink link = make(branch);
        if (held != null) {
          link.follow(held);
          link.inherit(held);
        }
        coming.add(link);
        wanted.put(entry.getKey(), link);
      }
    }
    leaving.values().forEach(Link::end);
    links.clear();
    links.putAll(wanted);
    indexDevices();
    for (OwnedLink link : coming) {
      start(link);
    }
    LOG.log(
        Level.INFO,
        "设备已安装：{0} 台，{1} 条链路（新连 {2}，断开 {3}）",
        byDevice.size(),
        links.size(),
        coming.size(),
        leaving.size());
  }

  private static boolean sameDevices(OwnedLink held, SitePlan.Branch branch) {
    return held.address.equals(branch.address())
        && new HashSet<>(held.devices()).equals(new HashSet<>(branch.devices()));
  }

  private OwnedLink make(SitePlan.Branch branch) {
    OwnedLink link =
        Links.of(branch.line()).make(branch.address(), branch.devices(), timings, clock, outlet);
    link.staffedBy(threads);
    link.heardUntil(heardUntil);
    return link;
  }

  private void start(OwnedLink link) {
    try {
      threads.start(link);
    } catch (GateException e) {
      link.neverRan();
      link.failed(e.getMessage());
    }
  }

  private void indexDevices() {
    Map<String, OwnedLink> index = new LinkedHashMap<>();
    for (OwnedLink link : links.values()) {
      link.devices().forEach(d -> index.put(d.id(), link));
    }
    byDevice = Map.copyOf(index);
  }

  /** For cameras installed from now on: until when they were recorded, by their own clocks. */
  public void heardUntil(Map<String, Instant> newest) {
    heardUntil = Map.copyOf(newest);
  }

  public boolean holds(String deviceId) {
    return byDevice.containsKey(deviceId);
  }

  public Set<String> deviceIds() {
    return byDevice.keySet();
  }

  /** Carries out a command on the caller's own thread. */
  public void send(String deviceId, GateCommand command) throws GateException {
    held(deviceId).send(deviceId, command);
  }

  /** What that camera sees now, asked on the caller's own thread. */
  public byte[] snapshot(String deviceId) throws GateException {
    return held(deviceId).snapshot(deviceId);
  }

  private OwnedLink held(String deviceId) throws GateException {
    OwnedLink link = byDevice.get(deviceId);
    if (link == null) {
      throw new GateException("没有安装设备 " + deviceId);
    }
    return link;
  }

  public List<DeviceHealth> health() {
    return collect(Link::health, Comparator.comparing(DeviceHealth::deviceId));
  }

  public Optional<Diagnosis> diagnosis(String deviceId) {
    return Optional.ofNullable(byDevice.get(deviceId)).flatMap(link -> link.diagnosis(deviceId));
  }

  public List<BarrierReport> barriers() {
    return collect(Link::barriers, Comparator.comparing(BarrierReport::deviceId));
  }

  public List<WeightReport> weights() {
    return collect(Link::weights, Comparator.comparing(WeightReport::deviceId));
  }

  private <T> List<T> collect(Function<Link, List<T>> from, Comparator<T> order) {
    return new HashSet<>(byDevice.values())
        .stream().flatMap(link -> from.apply(link).stream()).sorted(order).toList();
  }

  /** Ends every link and waits until their threads are gone, so long at most. */
  public void close(Duration atMost) throws InterruptedException {
    List<OwnedLink> ending;
    synchronized (this) {
      closed = true;
      ending = List.copyOf(links.values());
      links.clear();
      byDevice = Map.of();
    }
    ending.forEach(Link::end);
    long deadline = System.nanoTime() + atMost.toNanos();
    for (OwnedLink link : ending) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      if (!link.awaitEnd(left)) {
        LOG.log(Level.ERROR, "到 {0} 的链路没有按时结束", link.address);
      }
    }
  }
}
