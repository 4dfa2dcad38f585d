package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateCommand.AdmitAlone;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.wire.JsonTree;
import cn.ecogate.adapter.wire.StillPicture;
import cn.ecogate.adapter.wire.VzenithPacket;
import cn.ecogate.adapter.wire.VzenithSighting;
import cn.ecogate.adapter.wire.VzenithTalk;
import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One Vzenith camera on its TCP port: what it sees, and the barrier and display that hang on it.
 * The owner alone reads, greets, fetches and polls; commands run on their callers' threads.
 */
final class VzenithLink extends OwnedLink implements VzenithLine.Hearer {

  /** The vendor's own client says so every 2 s. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  private final Clock clock;
  private final Outlet outlet;
  private final DeviceSpec login;
  private final VzenithLine line = new VzenithLine(this);
  private final Map<String, Gauge> gauges = new LinkedHashMap<>();
  private final Map<String, VzenithBarrier> barriers = new LinkedHashMap<>();
  private final Map<String, VzenithBoard> boards = new LinkedHashMap<>();
  private VzenithCamera camera;
  private volatile String farewell;

  VzenithLink(
      Address address, List<DeviceSpec> devices, Timings timings, Clock clock, Outlet outlet) {
    super(address, devices, timings);
    this.clock = clock;
    this.outlet = outlet;
    this.login = devices.get(0);
    for (DeviceSpec spec : devices) {
      Gauge gauge = new Gauge(spec.id(), clock, outlet::health);
      gauges.put(spec.id(), gauge);
      switch (spec.driver()) {
        case "vzenith-tcp" ->
            camera = new VzenithCamera(spec, line, gauge, clock, outlet, timings, bell::close);
        case "vzenith-barrier" ->
            barriers.put(spec.id(), new VzenithBarrier(spec, line, gauge, clock, timings));
        case "vzenith-board" -> boards.put(spec.id(), new VzenithBoard(spec, line, gauge, timings));
        default -> throw new IllegalStateException(spec.driver() + " is none of this line");
      }
      gauge.introduce();
    }
  }

  @Override
  protected void connectAndWork() throws IOException {
    try (Line fresh = Line.open(address, timings)) {
      farewell = null;
      line.connected(fresh);
      greet();
      line.ready();
      gauges.values().forEach(Gauge::up);
      work();
    } finally {
      line.disconnect();
    }
  }

  private void greet() throws IOException {
    if (!login.password().isEmpty()) {
      logIn();
    }
    if (camera != null) {
      camera.connected();
    } else {
      line.ask("getsn", VzenithTalk::serialNumber, timings.reply());
    }
    barriers.values().forEach(VzenithBarrier::connected);
    for (VzenithBoard board : boards.values()) {
      board.connected();
    }
    proved();
  }

  private void logIn() throws IOException {
    JsonTree begun;
    try {
      begun = line.ask("start_login", VzenithTalk::startLogin, timings.reply()).document();
    } catch (VzenithLine.Refused e) {
      if (e.unknownCommand()) {
        return; // Firmware without accounts on this port.
      }
      throw e;
    }
    String signature = begun.text("signature");
    try {
      line.ask(
          "login_authentication",
          id -> VzenithTalk.login(id, login.password(), signature),
          timings.reply());
    } catch (IOException e) {
      // It hangs up on a wrong password instead of saying so.
      throw new IOException("摄像机不接受密码，请核对站点文件中的 user 和 password", e);
    }
  }

  private void work() throws IOException {
    long heartbeat = System.nanoTime();
    long polled = heartbeat;
    Duration rhythm = shorter(HEARTBEAT, timings.silence().dividedBy(5));
    boolean more = false;
    while (!bell.closed()) {
      line.pump(more ? Duration.ofMillis(1) : VzenithLine.GLANCE);
      if (farewell != null) {
        throw new IOException("摄像机主动断开了连接：" + farewell);
      }
      long now = System.nanoTime();
      if (now - heartbeat > rhythm.toNanos()) {
        heartbeat = now;
        line.heartbeat();
      }
      more = camera != null && camera.attend();
      if (now - polled > timings.poll().multipliedBy(2).toNanos()) {
        polled = now;
        poll();
      }
      if (line.silence().compareTo(timings.silence()) > 0) {
        throw new IOException(
            "摄像机 " + timings.silence().toSeconds() + " 秒没有应答心跳，连接已断开重连，请检查摄像机和网络");
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void poll() throws IOException {
    for (VzenithBarrier barrier : barriers.values()) {
      // Nobody takes the reports: rather see a change later than lose one.
      if (outlet.roomFor(barrier.deviceId())) {
        try {
          barrier.poll().ifPresent(outlet::barrier);
        } catch (VzenithLine.Refused e) {
          barrier.gauge().failed(e.getMessage());
        } catch (NoAnswer e) {
          barrier.gauge().failed("读取输入" + e.getMessage());
        }
      }
    }
  }

  @Override
  public void heard(VzenithPacket packet, JsonTree document) {
    String name = document.text("cmd");
    if (VzenithSighting.isOne(document)) {
      sighting(packet);
    } else if (name.equals("gpio_trigger")) {
      int input = (int) document.number("gpio").orElse(-1);
      for (VzenithBarrier barrier : barriers.values()) {
        if (outlet.roomFor(barrier.deviceId())) {
          barrier.observe(input, document).ifPresent(outlet::barrier);
        }
      }
    } else if (name.equals("ttransmission")) {
      boards.values().forEach(board -> board.heard(document));
    } else if (name.equals("close_socket")) {
      farewell = document.text("error_msg") + "（" + document.text("state_code") + "）";
    }
  }

  private void sighting(VzenithPacket packet) {
    if (camera != null) {
      try {
        camera.heard(packet);
      } catch (WireException e) {
        camera.gauge().misunderstood(e);
      }
    }
  }

  @Override
  public void heartbeat() {
    if (camera != null) {
      camera.gauge().heard();
      camera.gauge().wellAgain();
    }
  }

  @Override
  public void misunderstood(WireException why) {
    gauges.values().iterator().next().misunderstood(why);
  }

  @Override
  protected void letGo() {
    line.disconnect();
  }

  @Override
  protected void failed(String why) {
    gauges.values().forEach(gauge -> gauge.down(why));
  }

  @Override
  public void send(String deviceId, GateCommand command) throws GateException {
    carryOut(
        deviceId,
        gauges.get(deviceId),
        () -> {
          if (barriers.containsKey(deviceId)) {
            barriers.get(deviceId).obey(command);
          } else if (boards.containsKey(deviceId)) {
            boards.get(deviceId).obey(command);
          } else if (command instanceof AdmitAlone) {
            camera.admitAlone((AdmitAlone) command);
          } else {
            throw new GateException(deviceId + "：摄像机不接受这个命令，请把道闸和显示屏登记为单独的设备");
          }
        });
  }

  /** In the time of one answer and no longer: a barrier's command may wait behind it. */
  @Override
  public byte[] snapshot(String deviceId) throws GateException {
    return answered(
        deviceId,
        gauges.get(deviceId),
        () ->
            StillPicture.of(
                line.ask("get_snapshot", VzenithTalk::snapshot, timings.reply()).packet()));
  }

  @Override
  protected Collection<Gauge> gauges() {
    return gauges.values();
  }

  @Override
  public List<BarrierReport> barriers() {
    return barriers.values().stream().map(VzenithBarrier::last).toList();
  }
}
