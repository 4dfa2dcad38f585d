package cn.ecogate.simulator;

import cn.ecogate.simulator.camera.Camera;
import cn.ecogate.simulator.day.FactoryDay;
import cn.ecogate.simulator.day.PlayedLane;
import cn.ecogate.simulator.day.Visitor;
import cn.ecogate.simulator.display.ParkingBoard;
import cn.ecogate.simulator.line.Bus;
import cn.ecogate.simulator.line.FrameTalk;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.line.SerialPlug;
import cn.ecogate.simulator.line.TcpPlug;
import cn.ecogate.simulator.line.Threads;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.relay.RelayBoard;
import cn.ecogate.simulator.site.SitePlan;
import cn.ecogate.simulator.site.SitePlan.DevicePlan;
import cn.ecogate.simulator.site.SitePlan.LanePlan;
import cn.ecogate.simulator.site.UnusableSite;
import cn.ecogate.simulator.truth.TruthLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The whole virtual site: its devices wired to its barriers, and the traffic between them. */
final class Yard implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Yard.class.getName());
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int TICK_MILLIS = 20;
  private static final int SMALLEST_BOARD = 8;

  private final Options options;
  private final Clock clock;
  private final TruthLog truth;
  private final ScheduledExecutorService timers;
  private final Map<String, Plug> plugs = new LinkedHashMap<>();
  private final Map<String, Camera> cameras = new LinkedHashMap<>();
  private final Map<String, Integer> channels = new HashMap<>();
  private final Map<String, Barrier> barriers = new LinkedHashMap<>();
  private final Map<String, ParkingBoard> displays = new LinkedHashMap<>();
  private final List<RelayBoard> boards = new ArrayList<>();
  private final Map<String, PlayedLane> lanes = new LinkedHashMap<>();
  private final List<String> leftAlone = new ArrayList<>();
  private final FactoryDay day;

  Yard(SitePlan plan, Options options, Clock clock, TruthLog truth) {
    this.options = options;
    this.clock = clock;
    this.truth = truth;
    this.timers =
        Executors.newScheduledThreadPool(
            2,
            work -> {
              Thread thread = new Thread(work, "virtual site");
              thread.setDaemon(true);
              return thread;
            });
    Random random = new Random(options.seed());
    mountRelays(plan);
    mountDisplays(plan);
    mountCameras(plan, new Studio(options.hour()), random);
    for (LanePlan lane : plan.lanes()) {
      lane.camera()
          .filter(camera -> cameras.containsKey(camera.id()))
          .ifPresent(camera -> lanes.put(lane.id(), played(lane, camera, random)));
    }
    double pace = options.once().isEmpty() ? options.pace() : 0;
    this.day = new FactoryDay(List.copyOf(lanes.values()), plan.vehicles(), pace, random);
  }

  private PlayedLane played(LanePlan lane, DevicePlan camera, Random random) {
    return new PlayedLane(
        lane.id(),
        lane.in(),
        (visitor, repeats) -> see(camera.id(), visitor, repeats, false),
        Optional.ofNullable(barriers.get(lane.id())),
        truth,
        new Random(random.nextLong()));
  }

  /** Shows a vehicle to a camera, whether or not one drives there; returns the event's UUID. */
  String see(String cameraId, Visitor visitor, int repeats, boolean history) {
    Camera.Order order =
        new Camera.Order(
            visitor.subject(), channels.get(cameraId), repeats, visitor.kind().name(), history);
    return cameras.get(cameraId).see(order);
  }

  private void mountRelays(SitePlan plan) {
    wiresOf(plan, LanePlan::barrier, "modbus-relay", options.serialRelay())
        .forEach(
            (wire, lanesThere) -> {
              Map<Integer, List<LanePlan>> byUnit = new TreeMap<>();
              lanesThere.forEach(
                  lane ->
                      byUnit
                          .computeIfAbsent(
                              lane.barrier().orElseThrow().number("unit", 1),
                              unit -> new ArrayList<>())
                          .add(lane));
              List<RelayBoard> here = new ArrayList<>();
              byUnit.forEach((unit, wired) -> here.add(relay(unit, wired)));
              boards.addAll(here);
              String id = lanesThere.get(0).barrier().orElseThrow().id();
              Plug plug = wire.plug(id, boardTalk(id, new Bus(here)));
              lanesThere.forEach(lane -> plugs.put(lane.barrier().orElseThrow().id(), plug));
            });
  }

  private RelayBoard relay(int unit, List<LanePlan> wired) {
    int coils = SMALLEST_BOARD;
    int inputs = SMALLEST_BOARD;
    boolean timed = true;
    for (LanePlan lane : wired) {
      DevicePlan device = lane.barrier().orElseThrow();
      coils =
          Math.max(
              coils, Math.max(device.number("open-coil", 0), device.number("close-coil", 1)) + 1);
      for (String input : List.of("loop-input", "up-input", "down-input")) {
        inputs = Math.max(inputs, device.number(input, 0) + 1);
      }
      timed &= !"on-wait-off".equals(device.setting("timing", "board-timed"));
    }
    RelayBoard board = new RelayBoard(unit, coils, inputs, timed);
    wired.forEach(lane -> wire(board, lane));
    return board;
  }

  private void wire(RelayBoard board, LanePlan lane) {
    DevicePlan device = lane.barrier().orElseThrow();
    Barrier barrier =
        new Barrier(
            (motion, cause) ->
                truth.note("barrier", device.id(), "motion", motion.name(), "cause", cause));
    barriers.put(lane.id(), barrier);
    board.wireCoil(
        device.number("open-coil", 0),
        (closed, frame) -> {
          truth.note("coil", device.id(), "contact", "open", "closed", closed, "frame", frame);
          if (closed) {
            barrier.raise("open contact");
          }
        });
    if (!device.setting("close-coil", "").isEmpty()) {
      board.wireCoil(
          device.number("close-coil", 1),
          (closed, frame) -> {
            truth.note("coil", device.id(), "contact", "close", "closed", closed, "frame", frame);
            if (closed) {
              barrier.lower("close contact");
            }
          });
    }
    wireInput(board, device, "loop-input", barrier::occupied);
    wireInput(board, device, "up-input", barrier::upLimit);
    wireInput(board, device, "down-input", barrier::downLimit);
  }

  private static void wireInput(
      RelayBoard board, DevicePlan device, String name, java.util.function.BooleanSupplier state) {
    if (!device.setting(name, "").isEmpty()) {
      board.wireInput(device.number(name, 0), state);
    }
  }

  private void mountDisplays(SitePlan plan) {
    wiresOf(plan, LanePlan::display, "parking-board", options.serialDisplay())
        .forEach(
            (wire, lanesThere) -> {
              List<ParkingBoard> here = new ArrayList<>();
              for (LanePlan lane : lanesThere) {
                DevicePlan device = lane.display().orElseThrow();
                ParkingBoard board =
                    new ParkingBoard(device.number("board", 0), new Driver(device.id()));
                here.add(board);
                displays.put(lane.id(), board);
              }
              String id = lanesThere.get(0).display().orElseThrow().id();
              Plug plug = wire.plug(id, boardTalk(id, new Bus(here)));
              lanesThere.forEach(lane -> plugs.put(lane.display().orElseThrow().id(), plug));
            });
  }

  /** The driver before a display: what he sees and hears is the truth. */
  private final class Driver implements ParkingBoard.Audience {

    private final String device;

    Driver(String device) {
      this.device = device;
    }

    @Override
    public void sees(int line, String text, String color, int seconds) {
      truth.note("shows", device, "line", line, "text", text, "color", color, "seconds", seconds);
    }

    @Override
    public void hears(String text) {
      truth.note("says", device, "text", text);
    }

    @Override
    public void confused(String why) {
      truth.note("not-understood", device, "why", why);
    }
  }

  private FrameTalk boardTalk(String id, Bus bus) {
    return new FrameTalk(
        bus,
        options.baudPace(),
        (what, bytes) -> truth.note("noise", id, "what", what, "bytes", bytes));
  }

  private void mountCameras(SitePlan plan, Studio studio, Random random) {
    int number = 0;
    for (Map.Entry<Wire, List<LanePlan>> entry :
        wiresOf(plan, LanePlan::camera, "hikvision-stream", Optional.empty()).entrySet()) {
      DevicePlan first = entry.getValue().get(0).camera().orElseThrow();
      Map<Integer, String> names = new TreeMap<>();
      Map<Integer, String> ids = new TreeMap<>();
      for (LanePlan lane : entry.getValue()) {
        DevicePlan device = lane.camera().orElseThrow();
        int channel = device.number("channel", 1);
        ids.put(channel, device.id());
        names.put(channel, lane.name());
        channels.put(device.id(), channel);
      }
      Camera camera =
          new Camera(
              new Camera.Identity(
                  number++, first.user(), first.password(), ids, names, first.port()),
              HEARTBEAT,
              clock,
              studio,
              truth,
              timers,
              random.nextLong());
      ids.values()
          .forEach(
              id -> {
                cameras.put(id, camera);
                plugs.put(id, camera.plug());
              });
    }
  }

  /** Where the boards of one address hang. */
  private record Wire(String address, Optional<String> device, int baud, int port) {

    Plug plug(String name, Plug.Talk talk) {
      return device
          .<Plug>map(path -> new SerialPlug(name, path, baud, talk))
          .orElseGet(() -> new TcpPlug(name, port, talk));
    }
  }

  private Map<Wire, List<LanePlan>> wiresOf(
      SitePlan plan,
      Function<LanePlan, Optional<DevicePlan>> kind,
      String driver,
      Optional<String> serial) {
    Map<Wire, List<LanePlan>> wires = new LinkedHashMap<>();
    for (LanePlan lane : plan.lanes()) {
      Optional<DevicePlan> planned = kind.apply(lane);
      if (planned.isEmpty()) {
        continue;
      }
      DevicePlan device = planned.get();
      if (!device.driver().equals(driver)) {
        leftAlone.add(device.id() + " (driver " + device.driver() + " is not played)");
      } else if (device.serial() && serial.isPresent()) {
        Wire wire = new Wire(device.address(), serial, baud(device), 0);
        wires.computeIfAbsent(wire, missing -> new ArrayList<>()).add(lane);
      } else if (!device.serial() && device.onLoopback()) {
        Wire wire = new Wire("port " + device.port(), Optional.empty(), 0, device.port());
        wires.computeIfAbsent(wire, missing -> new ArrayList<>()).add(lane);
      } else {
        leftAlone.add(device.id() + " (at " + device.address() + ", not on this machine)");
      }
    }
    return wires;
  }

  private static int baud(DevicePlan device) {
    int at = device.address().indexOf("baud=");
    if (at < 0) {
      return 9600;
    }
    String digits = device.address().substring(at + 5).replaceAll("\\D.*", "");
    if (digits.isEmpty() || digits.length() > 7) {
      throw new UnusableSite(device.id() + ": the baud rate in " + device.address() + " is wrong.");
    }
    return Integer.parseInt(digits);
  }

  /** Plugs in every device, or none: the first port that is taken ends it. */
  void open() throws IOException {
    if (plugs.isEmpty()) {
      throw new UnusableSite("No device of the site file is on this machine: nothing to play.");
    }
    try {
      for (Plug plug : new java.util.LinkedHashSet<>(plugs.values())) {
        plug.plugIn();
      }
    } catch (IOException taken) {
      plugs.values().forEach(Plug::pull);
      throw taken;
    }
    leftAlone.forEach(device -> LOG.log(System.Logger.Level.INFO, "left alone: {0}", device));
    timers.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    if (!options.once().isEmpty()) {
      Threads.start("plan", new OnePlan(this, options.once()));
    }
  }

  private void tick() {
    try {
      long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
      boards.forEach(board -> board.advance(now));
      barriers.values().forEach(barrier -> barrier.advance(now));
      day.advance(now);
    } catch (RuntimeException bug) {
      // An exception would end the timer, and with it the site, without a word.
      LOG.log(System.Logger.Level.ERROR, "The site stumbled and goes on.", bug);
    }
  }

  Map<String, Plug> plugs() {
    return plugs;
  }

  Map<String, Camera> cameras() {
    return cameras;
  }

  Map<String, Barrier> barriers() {
    return barriers;
  }

  Map<String, ParkingBoard> displays() {
    return displays;
  }

  Map<String, PlayedLane> lanes() {
    return lanes;
  }

  FactoryDay day() {
    return day;
  }

  @Override
  public void close() {
    timers.shutdownNow();
    plugs.values().forEach(Plug::pull);
  }
}
