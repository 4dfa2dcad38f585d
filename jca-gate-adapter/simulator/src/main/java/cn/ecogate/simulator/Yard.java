package cn.ecogate.simulator;

import cn.ecogate.simulator.camera.Gear;
import cn.ecogate.simulator.camera.Order;
import cn.ecogate.simulator.camera.PlateCamera;
import cn.ecogate.simulator.camera.PushingCamera;
import cn.ecogate.simulator.day.FactoryDay;
import cn.ecogate.simulator.day.PlayedLane;
import cn.ecogate.simulator.day.Visitor;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.line.Threads;
import cn.ecogate.simulator.picture.Snapshot;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.picture.Studio.Place;
import cn.ecogate.simulator.picture.Studio.Shot;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.relay.RelayBoard;
import cn.ecogate.simulator.site.SitePlan;
import cn.ecogate.simulator.site.SitePlan.LanePlan;
import cn.ecogate.simulator.site.SitePlan.VehiclePlan;
import cn.ecogate.simulator.site.UnusableSite;
import cn.ecogate.simulator.truth.TruthLog;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The whole virtual site: its devices wired to its barriers, and the traffic between them. */
final class Yard implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Yard.class.getName());
  private static final int TICK_MILLIS = 20;

  private final Options options;
  private final TruthLog truth;
  private final Clock clock;
  private final ScheduledExecutorService timers;
  private final Devices devices = new Devices();
  private final List<RelayBoard> boards;
  private final List<PushingCamera> callers;
  private final Map<String, PlayedLane> lanes = new LinkedHashMap<>();
  private final List<String> leftAlone;
  private final FactoryDay day;
  private final List<VehiclePlan> vehicles;
  private volatile Flood flood;

  Yard(SitePlan plan, Options options, Clock clock, TruthLog truth) {
    this.options = options;
    this.truth = truth;
    this.clock = clock;
    this.timers =
        Executors.newScheduledThreadPool(
            2,
            work -> {
              Thread thread = new Thread(work, "virtual site");
              thread.setDaemon(true);
              return thread;
            });
    Random random = new Random(options.seed());
    Wires wires = new Wires(plan);
    BoardMounts boardMounts = new BoardMounts(options, truth, devices);
    boardMounts.mount(wires, random);
    BiFunction<Subject, Place, Shot> studio =
        options.smallPictures() ? Snapshot::shoot : new Studio(options.hour())::shoot;
    CameraMounts cameraMounts =
        new CameraMounts(
            options,
            truth,
            devices,
            boardMounts,
            mischief -> new Gear(clock, studio, truth, timers, mischief, random.nextLong()));
    cameraMounts.mount(wires);
    this.boards = boardMounts.boards();
    this.callers = cameraMounts.callers();
    this.leftAlone = wires.leftAlone(devices.all()::containsKey);
    Map<String, String> vins =
        plan.vehicles().stream()
            .collect(Collectors.toMap(VehiclePlan::plate, VehiclePlan::vin, (one, two) -> one));
    for (LanePlan lane : plan.lanes()) {
      lane.camera()
          .map(camera -> devices.cameras().get(camera.id()))
          .ifPresent(camera -> lanes.put(lane.id(), played(lane, camera, vins, random)));
    }
    this.vehicles = plan.vehicles();
    double pace = options.once().isEmpty() ? options.pace() : 0;
    this.day = new FactoryDay(List.copyOf(lanes.values()), plan.vehicles(), pace, random);
  }

  private PlayedLane played(
      LanePlan lane, PlateCamera camera, Map<String, String> vins, Random random) {
    String device = lane.camera().orElseThrow().id();
    List<PlayedLane.Bystander> bystanders = new ArrayList<>();
    Optional.ofNullable(devices.scales().get(lane.id()))
        .map(bridge -> new OnTheScale(bridge, lane.weighbridge().orElseThrow().id(), truth))
        .ifPresent(bystanders::add);
    lane.scanner()
        .filter(scanner -> devices.readers().containsKey(scanner.id()))
        .map(
            scanner ->
                new BeforeTheReader(
                    devices.readers().get(scanner.id()),
                    scanner.id(),
                    scanner.driver().equals("epc-reader"),
                    vins,
                    truth))
        .ifPresent(bystanders::add);
    return new PlayedLane(
        lane.id(),
        lane.in(),
        (visitor, repeats) -> see(device, visitor, repeats, false),
        Optional.ofNullable(devices.barriers().get(lane.id())),
        bystanders,
        truth,
        new Random(random.nextLong()));
  }

  /** Shows a vehicle to a camera, whether or not one drives there; returns the event's name. */
  String see(String cameraId, Visitor visitor, int repeats, boolean history) {
    Order order = new Order(cameraId, visitor.subject(), repeats, visitor.kind().name(), history);
    return devices.cameras().get(cameraId).see(order);
  }

  /** Plugs in every device, or none: the first port that is taken ends it. */
  void open() throws IOException {
    if (devices.all().isEmpty()) {
      throw new UnusableSite("No device of the site file is on this machine: nothing to play.");
    }
    Set<Plug> plugs = plugs();
    try {
      for (Plug plug : plugs) {
        plug.plugIn();
      }
    } catch (IOException taken) {
      plugs.forEach(Plug::pull);
      throw taken;
    }
    callers.forEach(PushingCamera::begin);
    leftAlone.forEach(device -> LOG.log(System.Logger.Level.INFO, "left alone: {0}", device));
    timers.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    if (!options.once().isEmpty()) {
      Threads.start("plan", new OnePlan(this, options.once()));
    }
  }

  private Set<Plug> plugs() {
    return devices.all().values().stream()
        .map(Devices.Played::plug)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void tick() {
    try {
      long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
      boards.forEach(board -> board.advance(now));
      devices.barriers().values().forEach(barrier -> barrier.advance(now));
      day.advance(now);
    } catch (RuntimeException bug) {
      // An exception would end the timer, and with it the site, without a word.
      LOG.log(System.Logger.Level.ERROR, "The site stumbled and goes on.", bug);
    }
  }

  Devices devices() {
    return devices;
  }

  Clock clock() {
    return clock;
  }

  TruthLog truth() {
    return truth;
  }

  Map<String, PlayedLane> lanes() {
    return lanes;
  }

  List<VehiclePlan> vehicles() {
    return vehicles;
  }

  /** The flood that runs or ran last; null if there was none. */
  Flood flood() {
    return flood;
  }

  void start(Flood next) {
    flood = next;
    next.begin();
  }

  FactoryDay day() {
    return day;
  }

  @Override
  public void close() {
    timers.shutdownNow();
    plugs().forEach(Plug::pull);
  }
}
