package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.wire.CameraDoor;
import cn.ecogate.adapter.wire.HttpCall;
import cn.ecogate.adapter.wire.HttpCallReader;
import cn.ecogate.adapter.wire.HttpRefusal;
import cn.ecogate.adapter.wire.Pushed;
import cn.ecogate.adapter.wire.Sighted;
import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The one listener on one port, for all cameras that call us there. One thread serves every
 * connection, so that none of them can keep another waiting.
 */
final class PushLink extends OwnedLink {

  private static final System.Logger LOG = System.getLogger(PushLink.class.getName());

  /** Two pictures of 4 MB in base64, and room. */
  static final int MAX_BODY = 16 * 1024 * 1024;

  /** Many more than cameras at one site; a connection costs a few kilobytes until it is known. */
  static final int MAX_VISITS = 256;

  /** What all requests under way may hold together. */
  private static final long MAX_HELD = 128L * 1024 * 1024;

  private static final long TICK_MILLIS = 200;
  private static final long LEAVING_NANOS = Duration.ofSeconds(1).toNanos();

  private final Clock clock;
  private final Outlet outlet;
  private final Map<String, Caller> callers = new LinkedHashMap<>();
  private final Set<Visit> visits = new LinkedHashSet<>();
  private final Queue<Runnable> recorded = new ConcurrentLinkedQueue<>();
  private final ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
  private volatile Selector selector;

  PushLink(Address address, List<DeviceSpec> devices, Timings timings, Clock clock, Outlet outlet) {
    super(address, devices, timings);
    this.clock = clock;
    this.outlet = outlet;
    for (DeviceSpec spec : devices) {
      Gauge gauge = new Gauge(spec.id(), clock, outlet::health);
      callers.put(spec.id(), new Caller(spec, gauge));
      gauge.introduce();
    }
  }

  @Override
  protected void connectAndWork() throws IOException {
    try (Selector own = Selector.open();
        ServerSocketChannel door = ServerSocketChannel.open()) {
      bind(door);
      door.configureBlocking(false);
      door.register(own, SelectionKey.OP_ACCEPT);
      selector = own;
      proved();
      callers.values().forEach(Caller::expected);
      while (!bell.closed()) {
        own.select(TICK_MILLIS);
        for (SelectionKey key : own.selectedKeys()) {
          serve(key, door);
        }
        own.selectedKeys().clear();
        settle();
        callers.values().forEach(Caller::watch);
      }
    } finally {
      selector = null;
      visits.forEach(Visit::close);
      visits.clear();
    }
  }

  private void bind(ServerSocketChannel door) throws IOException {
    try {
      door.bind(new InetSocketAddress(address.host(), address.port()), 128);
    } catch (BindException e) {
      throw new IOException("不能在 " + address + " 监听：端口已被其他程序占用，或本机没有这个地址；请换一个端口，或停止占用它的程序", e);
    } catch (UnresolvedAddressException e) {
      throw new IOException("找不到主机 " + address.host() + "，监听地址应为本机地址，如 0.0.0.0", e);
    }
  }

  private void serve(SelectionKey key, ServerSocketChannel door) {
    if (key.attachment() instanceof Visit) {
      guarded((Visit) key.attachment(), this::proceed);
    } else {
      try {
        welcome(door.accept());
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "accept", e);
      }
    }
  }

  /** What may go wrong with one connection. */
  private interface Step {
    void take(Visit visit) throws IOException;
  }

  /** One connection's fault is its own end, and nobody else's. */
  private void guarded(Visit visit, Step step) {
    try {
      step.take(visit);
    } catch (IOException e) {
      leave(visit);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "listener at " + address, e);
      if (visit.caller != null) {
        visit.caller.gauge.failed("程序内部错误：" + e);
      }
      leave(visit);
    }
  }

  private void welcome(SocketChannel channel) throws IOException {
    if (channel == null) {
      return;
    }
    if (visits.size() >= MAX_VISITS) {
      // Who has not shown a secret gives way, the oldest first: a flood of strangers drives out
      // itself, and no camera.
      Optional<Visit> stranger = visits.stream().filter(v -> v.caller == null).findFirst();
      if (stranger.isEmpty()) {
        channel.close();
        return;
      }
      leave(stranger.get());
    }
    channel.configureBlocking(false);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    Visit visit = new Visit(channel, key, new HttpCallReader(MAX_BODY));
    key.attach(visit);
    visit.enter(Visit.Stage.HEAD, timings.connect().toNanos());
    visits.add(visit);
  }

  private void leave(Visit visit) {
    visit.close();
    visits.remove(visit);
  }

  private void proceed(Visit visit) throws IOException {
    switch (visit.stage) {
      case HEAD, BODY -> read(visit);
      case ANSWERING -> write(visit);
      case LEAVING -> discard(visit);
      case WAITING -> {}
    }
  }

  private void read(Visit visit) throws IOException {
    piece.clear();
    int got = visit.channel.read(piece);
    if (got < 0) {
      leave(visit);
      return;
    }
    try {
      visit.reader.feed(piece.array(), 0, got);
      advance(visit);
    } catch (HttpRefusal e) {
      refuse(visit, e);
    }
  }

  private void advance(Visit visit) throws IOException {
    if (visit.stage == Visit.Stage.HEAD && visit.reader.call().isPresent()) {
      admit(visit, visit.reader.call().get());
    }
    if (visit.stage == Visit.Stage.BODY && visit.reader.complete()) {
      understand(visit);
    }
  }

  /** The head is there: may the caller come in? */
  private void admit(Visit visit, HttpCall call) throws IOException {
    Optional<Caller> known = CameraDoor.read(call.target()).flatMap(this::caller);
    visit.caller = known.orElse(null);
    if (known.isEmpty()) {
      refuse(visit, 404);
    } else if (!call.method().equals("POST") && !call.method().equals("PUT")) {
      refuse(visit, 405);
    } else if (held() + visit.reader.announced() > MAX_HELD) {
      refuse(visit, 503);
    } else {
      visit.reserved = visit.reader.announced();
      visit.enter(Visit.Stage.BODY, timings.silence().multipliedBy(2).toNanos());
      if (call.waitsToContinue() && !visit.reader.complete()) {
        visit.goOn();
      }
    }
  }

  private Optional<Caller> caller(CameraDoor door) {
    return Optional.ofNullable(callers.get(door.deviceId())).filter(c -> c.knows(door.secret()));
  }

  private long held() {
    return visits.stream().mapToLong(v -> v.reserved).sum();
  }

  private void understand(Visit visit) throws IOException {
    Caller caller = visit.caller;
    try {
      String type = visit.reader.call().map(c -> c.value("content-type")).orElse("");
      visit.understood = caller.dialect.read(type, visit.reader.body());
    } catch (WireException e) {
      caller.misunderstood(e);
      // It stays with the camera: a later version of ours may be able to read it.
      visit.answer(400, "", new byte[0], true, patience());
      return;
    }
    caller.understood(visit.understood);
    hand(visit);
  }

  /** Hands the vehicles on; the answer waits until they are recorded. */
  private void hand(Visit visit) throws IOException {
    visit.enter(Visit.Stage.WAITING, patience());
    for (Sighted vehicle : visit.understood.vehicles()) {
      PlateSeen seen = vehicle.seenBy(visit.caller.id(), clock.instant());
      // The same event once more while the first is under way: both wait for the one record.
      if (!visit.caller.underWay.containsKey(seen.eventId()) && !offered(visit.caller, seen)) {
        visit.caller.gauge.failed("车辆暂时无法保存，已请摄像机稍后重发");
        refuse(visit, 503);
        return;
      }
      visit.awaited.add(seen.eventId());
    }
    answerIfRecorded(visit);
  }

  private boolean offered(Caller caller, PlateSeen seen) {
    String event = seen.eventId();
    Runnable settled = () -> caller.underWay.remove(event);
    caller.underWay.put(event, Boolean.TRUE);
    boolean taken =
        outlet.offer(
            seen,
            () -> {
              recorded.add(settled);
              wake();
            });
    if (!taken) {
      caller.underWay.remove(event);
    }
    return taken;
  }

  private void wake() {
    Selector own = selector;
    if (own != null) {
      own.wakeup();
    }
  }

  private void answerIfRecorded(Visit visit) throws IOException {
    visit.awaited.removeIf(event -> !visit.caller.underWay.containsKey(event));
    if (visit.awaited.isEmpty()) {
      Pushed told = visit.understood;
      visit.answer(200, told.answerType(), told.answer(), true, patience());
      write(visit);
    }
  }

  private void write(Visit visit) throws IOException {
    if (!visit.written()) {
      return;
    }
    visit.understood = null;
    visit.reserved = 0;
    if (visit.last()) {
      visit.channel.shutdownOutput();
      visit.enter(Visit.Stage.LEAVING, LEAVING_NANOS);
      return;
    }
    visit.enter(Visit.Stage.HEAD, timings.silence().multipliedBy(4).toNanos());
    try {
      visit.reader.next();
      advance(visit);
    } catch (HttpRefusal e) {
      refuse(visit, e);
    }
  }

  private void refuse(Visit visit, HttpRefusal why) throws IOException {
    visit
        .reader
        .call()
        .flatMap(call -> CameraDoor.read(call.target()))
        .flatMap(this::caller)
        .ifPresent(known -> known.misunderstood(why));
    refuse(visit, why.status());
  }

  private void refuse(Visit visit, int status) throws IOException {
    visit.awaited.clear();
    visit.answer(status, "", new byte[0], false, patience());
    write(visit);
  }

  private void discard(Visit visit) throws IOException {
    piece.clear();
    if (visit.channel.read(piece) < 0) {
      leave(visit);
    }
  }

  private long patience() {
    return timings.connect().toNanos();
  }

  /** What was recorded meanwhile is answered; who is over time goes. */
  private void settle() {
    for (Runnable done = recorded.poll(); done != null; done = recorded.poll()) {
      done.run();
    }
    long now = System.nanoTime();
    for (Visit visit : new ArrayList<>(visits)) {
      if (visit.stage == Visit.Stage.WAITING) {
        guarded(visit, this::answerIfRecorded);
      }
      if (visits.contains(visit) && now - visit.deadline > 0) {
        guarded(visit, this::overdue);
      }
    }
  }

  private void overdue(Visit visit) throws IOException {
    if (visit.stage == Visit.Stage.WAITING) {
      // Not recorded in time: the camera keeps it and comes again, and then finds it recorded.
      visit.caller.gauge.failed("车辆 " + timings.connect().toSeconds() + " 秒内没有记录完，已请摄像机稍后重发");
      refuse(visit, 503);
    } else if (visit.stage == Visit.Stage.BODY) {
      refuse(visit, 408);
    } else {
      leave(visit);
    }
  }

  @Override
  protected void letGo() {
    // The loop has closed everything on its way out.
  }

  @Override
  protected void failed(String why) {
    callers.values().forEach(c -> c.gauge.down(why));
  }

  @Override
  public void end() {
    super.end();
    wake();
  }

  @Override
  public void send(String deviceId, GateCommand command) throws GateException {
    throw new GateException(deviceId + "：推送的摄像机不接受命令，请把道闸和显示屏登记为单独的设备");
  }

  @Override
  public byte[] snapshot(String deviceId) throws GateException {
    throw new GateException(deviceId + "：推送的摄像机不能按要求拍照");
  }

  @Override
  protected List<Gauge> gauges() {
    return callers.values().stream().map(caller -> caller.gauge).toList();
  }

  @Override
  public List<BarrierReport> barriers() {
    return List.of();
  }
}
