package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.api.catalogue.Catalogue;
import cn.ecogate.adapter.api.catalogue.DeviceKind;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.EventAssembler;
import cn.ecogate.adapter.wire.EventAssembler.Sighting;
import cn.ecogate.adapter.wire.MultipartParser;
import cn.ecogate.adapter.wire.Part;
import cn.ecogate.adapter.wire.StreamEvent;
import cn.ecogate.adapter.wire.WireException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The endless event stream of one camera, or of a recorder with several channels; and the barriers
 * that hang on it.
 */
final class StreamLink extends OwnedLink {

  /** Read at once: more often than not a whole vehicle with its pictures. */
  private static final int PIECE = 256 * 1024;

  /** How soon a pause in the stream is looked at while something is incomplete. */
  private static final Duration GLANCE = Duration.ofMillis(100);

  /** How often a camera that only works a barrier is asked whether it is there. */
  private static final Duration KNOCKING = Duration.ofSeconds(10);

  /** So many of them are missing when a stream counts as dead. */
  private static final int HEARTBEATS = 3;

  /** Pictures that were announced are waited for longer than those that perhaps come. */
  private static final int PATIENCE_FOR_ANNOUNCED = 6;

  private final CameraBrand brand;
  private final Clock clock;
  private final Outlet outlet;
  private final DeviceSpec login;
  private final List<DeviceSpec> cameras;
  private final EventAssembler assembler;
  private final Map<Integer, String> byChannel = new LinkedHashMap<>();
  private final Map<String, Gauge> gauges = new LinkedHashMap<>();
  private final Map<String, CameraBarrier> barriers = new LinkedHashMap<>();
  private final Map<String, CameraMemory> memories = new LinkedHashMap<>();
  private final List<BackFill> fills = new ArrayList<>();
  private volatile CameraHttp http;

  StreamLink(
      CameraBrand brand,
      Address address,
      List<DeviceSpec> devices,
      Timings timings,
      Clock clock,
      Outlet outlet) {
    super(address, devices, timings);
    this.brand = brand;
    this.clock = clock;
    this.outlet = outlet;
    this.login = devices.get(0);
    this.cameras = devices.stream().filter(StreamLink::isCamera).toList();
    this.assembler = cameras.isEmpty() ? null : brand.assembler(cameras.get(0));
    for (DeviceSpec spec : devices) {
      Gauge gauge = new Gauge(spec.id(), clock, outlet::health);
      gauges.put(spec.id(), gauge);
      if (isCamera(spec)) {
        byChannel.put(Settings.of(spec).number("channel"), spec.id());
        memories.put(spec.id(), new CameraMemory(Settings.of(spec).zone("zone")));
      } else {
        barriers.put(
            spec.id(), brand.barrier(spec, new CameraBarrier.Desk(address, timings, clock, gauge)));
      }
      gauge.introduce();
    }
  }

  @Override
  protected void heardUntil(Map<String, Instant> newest) {
    memories.forEach((id, memory) -> Optional.ofNullable(newest.get(id)).ifPresent(memory::begin));
  }

  @Override
  protected void inherit(OwnedLink before) {
    if (before instanceof StreamLink) {
      ((StreamLink) before)
          .memories.forEach((id, memory) -> memories.computeIfPresent(id, (same, own) -> memory));
    }
  }

  private static boolean isCamera(DeviceSpec spec) {
    return Catalogue.card(spec.driver()).orElseThrow().kind() == DeviceKind.CAMERA;
  }

  @Override
  protected void connectAndWork() throws IOException {
    if (cameras.isEmpty()) {
      knock();
      return;
    }
    try (CameraHttp camera = new CameraHttp(address, login, timings)) {
      http = camera;
      if (bell.closed()) {
        return;
      }
      CameraHttp.Response response = camera.ask("GET", brand.stream(cameras.get(0)), "");
      check(response);
      gauges.values().forEach(Gauge::up);
      fillGaps();
      try {
        read(camera, response);
      } finally {
        fills.forEach(BackFill::end);
        fills.clear();
        // However the stream ended: a vehicle that waits for its pictures has passed all the same.
        deliver(assembler.flush());
      }
    }
  }

  /** What the stream may have missed is fetched from the camera's own list, beside the stream. */
  private void fillGaps() {
    for (DeviceSpec camera : cameras) {
      CameraMemory memory = memories.get(camera.id());
      BackFill.PlateBook book = brand.plateBook(camera, address, timings);
      memory.resumed();
      if (book != null && memory.gap().isPresent()) {
        BackFill fill =
            new BackFill(
                camera.id(), memory, book, outlet, clock, timings.silence().dividedBy(HEARTBEATS));
        fills.add(fill);
        aside(fill);
      }
    }
  }

  /** No camera of ours streams here; its barrier works all the same. */
  private void knock() throws IOException {
    while (!bell.closed()) {
      for (CameraBarrier barrier : barriers.values()) {
        barrier.knock();
      }
      proved();
      long next = System.nanoTime() + KNOCKING.toNanos();
      while (!bell.closed() && System.nanoTime() - next < 0) {
        look();
        bell.await(lookEvery().orElse(KNOCKING));
      }
    }
  }

  private void check(CameraHttp.Response response) throws IOException {
    int status = response.head().status();
    if (status == 401) {
      throw new IOException("摄像机不接受用户名或密码，请核对站点文件中的 user 和 password");
    } else if (status != 200) {
      throw new IOException(brand.refusal(status));
    } else if (!response.head().value("content-type").startsWith("multipart/")) {
      throw new IOException("摄像机的回答不是事件流，请检查地址是否确为摄像机");
    }
  }

  private void read(CameraHttp camera, CameraHttp.Response response) throws IOException {
    MultipartParser parser = new MultipartParser(response.head().value("content-type"));
    byte[] piece = new byte[PIECE];
    long lastPart = System.nanoTime();
    long lastByte = lastPart;
    while (!bell.closed()) {
      boolean incomplete = parser.midPart() || assembler.waiting();
      Duration patience = incomplete ? GLANCE : timings.silence().dividedBy(4);
      look();
      camera.patience((int) shorter(patience, lookEvery()).toMillis());
      List<Part> parts;
      try {
        int got = response.body().read(piece);
        if (got < 0) {
          throw new EOFException("stream ended");
        }
        lastByte = System.nanoTime();
        parts = parser.feed(piece, 0, got);
      } catch (SocketTimeoutException e) {
        parts = parser.idle();
        if (parts.isEmpty() && !parser.midPart() && pictureless(lastByte)) {
          deliver(assembler.flush());
        }
      } catch (WireException e) {
        gauges.values().forEach(g -> g.misunderstood(e));
        throw new IOException("事件流无法读下去：" + e.getMessage() + "；重新布防", e);
      }
      if (!parts.isEmpty()) {
        take(parts);
        // Taken again after delivery: a full queue of ours is not the camera's silence.
        lastPart = System.nanoTime();
        lastByte = lastPart;
      }
      if (System.nanoTime() - lastPart > timings.silence().toNanos()) {
        deliver(assembler.flush());
        throw new IOException("摄像机 " + timings.silence().toSeconds() + " 秒没有心跳，连接已断开重连，请检查摄像机和网络");
      }
    }
  }

  private static Duration shorter(Duration one, Optional<Duration> other) {
    return other.filter(duration -> duration.compareTo(one) < 0).orElse(one);
  }

  private Optional<Duration> lookEvery() {
    return barriers.values().stream()
        .map(CameraBarrier::looksEvery)
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  /** While nobody takes the reports, a change is rather seen later than lost. */
  private void look() {
    for (Map.Entry<String, CameraBarrier> entry : barriers.entrySet()) {
      if (outlet.roomFor(entry.getKey())) {
        entry.getValue().look().ifPresent(outlet::barrier);
      }
    }
  }

  private boolean pictureless(long lastByte) {
    if (!assembler.waiting()) {
      return false;
    }
    Duration patience =
        assembler.announced()
            ? timings.idle().multipliedBy(PATIENCE_FOR_ANNOUNCED)
            : timings.idle();
    return System.nanoTime() - lastByte > patience.toNanos();
  }

  private void take(List<Part> parts) {
    for (Part part : parts) {
      List<Sighting> sightings = new ArrayList<>();
      try {
        sightings.addAll(assembler.take(part));
        proved();
      } catch (WireException e) {
        assembler.flush().ifPresent(sightings::add);
        gauges.values().forEach(g -> g.misunderstood(e));
      }
      sightings.forEach(s -> deliver(Optional.of(s)));
    }
  }

  private void deliver(Optional<Sighting> complete) {
    if (complete.isEmpty()) {
      return;
    }
    Sighting sighting = complete.get();
    StreamEvent event = sighting.event();
    List<String> concerned = concerned(event);
    for (String id : concerned) {
      Gauge gauge = gauges.get(id);
      gauge.heard();
      switch (event.kind()) {
        case HEARTBEAT -> gauge.wellAgain();
        case VIDEO_LOST -> gauge.failed("摄像机报告视频丢失，请检查镜头和摄像机");
        case VEHICLE -> hand(event, sighting.seenBy(id, clock.instant()));
        default -> {}
      }
    }
    if (concerned.isEmpty()) {
      byChannel
          .values()
          .forEach(
              id -> gauges.get(id).failed("收到未登记通道 " + event.channel() + " 的车辆，请核对 channel 设置"));
    }
  }

  /** Heartbeats concern everybody; a vehicle concerns its channel, if there is more than one. */
  private List<String> concerned(StreamEvent event) {
    if (byChannel.size() == 1 || event.kind() != StreamEvent.Kind.VEHICLE) {
      return List.copyOf(byChannel.values());
    }
    return byChannel.entrySet().stream()
        .filter(e -> event.channel().equals(e.getKey().toString()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void hand(StreamEvent event, PlateSeen seen) {
    if (!memories.get(seen.deviceId()).hears(event.pictureName(), seen)) {
      return;
    }
    try {
      outlet.plate(seen);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      bell.close();
    }
  }

  @Override
  protected void letGo() {
    http = null;
    barriers.values().forEach(CameraBarrier::leave);
  }

  @Override
  protected void failed(String why) {
    gauges.values().forEach(g -> g.down(why));
  }

  @Override
  public void end() {
    super.end();
    CameraHttp camera = http;
    if (camera != null) {
      camera.close();
    }
  }

  @Override
  public void send(String deviceId, GateCommand command) throws GateException {
    CameraBarrier barrier = barriers.get(deviceId);
    if (barrier == null) {
      throw new GateException(deviceId + "：摄像机不接受命令，请把道闸和显示屏登记为单独的设备");
    }
    carryOut(deviceId, barrier.gauge(), () -> barrier.obey(command));
  }

  @Override
  public byte[] snapshot(String deviceId) throws GateException {
    DeviceSpec spec =
        devices().stream().filter(one -> one.id().equals(deviceId)).findFirst().orElseThrow();
    return answered(
        deviceId,
        gauges.get(deviceId),
        () -> CameraStill.take(address, spec, timings, brand.still(spec)));
  }

  @Override
  protected Collection<Gauge> gauges() {
    return gauges.values();
  }

  @Override
  public List<BarrierReport> barriers() {
    return barriers.values().stream().map(CameraBarrier::last).toList();
  }
}
