package cn.ecogate.simulator;

import cn.ecogate.simulator.Wires.Placed;
import cn.ecogate.simulator.Wires.Wire;
import cn.ecogate.simulator.camera.Gear;
import cn.ecogate.simulator.camera.HttpFront;
import cn.ecogate.simulator.camera.PushingCamera;
import cn.ecogate.simulator.dahua.DahuaCamera;
import cn.ecogate.simulator.dahua.DahuaGate;
import cn.ecogate.simulator.display.ParkingBoard;
import cn.ecogate.simulator.hikvision.HikvisionCamera;
import cn.ecogate.simulator.hikvision.HikvisionGate;
import cn.ecogate.simulator.hikvision.HikvisionPush;
import cn.ecogate.simulator.huaxia.HuaxiaPush;
import cn.ecogate.simulator.line.Bus;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.site.SitePlan.DevicePlan;
import cn.ecogate.simulator.site.SitePlan.LanePlan;
import cn.ecogate.simulator.truth.TruthLog;
import cn.ecogate.simulator.vzenith.VzenithCamera;
import cn.ecogate.simulator.vzenith.VzenithPush;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts up the cameras of all brands, with the barriers and displays that hang on them. */
final class CameraMounts {

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** What hangs on one camera's address. */
  private static final class Box {
    private final List<Placed> cameras = new ArrayList<>();
    private final List<Placed> gates = new ArrayList<>();
    private final List<Placed> boards = new ArrayList<>();

    private List<Placed> all() {
      List<Placed> all = new ArrayList<>(cameras);
      all.addAll(gates);
      all.addAll(boards);
      return all;
    }

    private DevicePlan first() {
      return all().get(0).device();
    }
  }

  private final Options options;
  private final TruthLog truth;
  private final Devices devices;
  private final BoardMounts boards;
  private final Function<Mischief, Gear> gears;
  private final List<PushingCamera> callers = new ArrayList<>();
  private final Map<String, HikvisionPush> tellable = new HashMap<>();
  private int number;

  /**
   * @param gears the same things for every camera, but a mischief of its own
   */
  CameraMounts(
      Options options,
      TruthLog truth,
      Devices devices,
      BoardMounts boards,
      Function<Mischief, Gear> gears) {
    this.options = options;
    this.truth = truth;
    this.devices = devices;
    this.boards = boards;
    this.gears = gears;
  }

  void mount(Wires wires) {
    // Barriers first: what is commanded through a reply must be there when the camera is.
    Map<Wire, Box> hikvision = boxes(wires, "hikvision-stream", "hikvision-barrier", "-");
    Map<Wire, Box> dahua = boxes(wires, "dahua-", "dahua-barrier", "-");
    Map<Wire, Box> vzenith = boxes(wires, "vzenith-tcp", "vzenith-barrier", "vzenith-board");
    for (Map<Wire, Box> boxes : List.of(hikvision, dahua, vzenith)) {
      boxes.values().stream()
          .flatMap(box -> box.gates.stream())
          .forEach(
              gate ->
                  devices
                      .barriers()
                      .put(gate.lane().id(), BoardMounts.barrier(truth, gate.device().id())));
    }
    callers(wires, "hikvision-push", this::hikvisionPush);
    hikvision.forEach(this::hikvision);
    dahua.forEach(this::dahua);
    vzenith.forEach(this::vzenith);
    callers(wires, "vzenith-push", this::vzenithPush);
    callers(wires, "huaxia-push", this::huaxiaPush);
  }

  /** The cameras that call by themselves. */
  List<PushingCamera> callers() {
    return callers;
  }

  private static Map<Wire, Box> boxes(Wires wires, String camera, String gate, String board) {
    Map<Wire, Box> boxes = new LinkedHashMap<>();
    wires
        .of(
            LanePlan::camera,
            driver -> driver.startsWith(camera) && !driver.equals(gate),
            Optional.empty())
        .forEach((wire, placed) -> box(boxes, wire).cameras.addAll(placed));
    wires
        .of(LanePlan::barrier, gate::equals, Optional.empty())
        .forEach((wire, placed) -> box(boxes, wire).gates.addAll(placed));
    wires
        .of(LanePlan::display, board::equals, Optional.empty())
        .forEach((wire, placed) -> box(boxes, wire).boards.addAll(placed));
    return boxes;
  }

  private static Box box(Map<Wire, Box> boxes, Wire wire) {
    return boxes.computeIfAbsent(wire, missing -> new Box());
  }

  private Barrier gate(Placed placed) {
    return devices.barriers().get(placed.lane().id());
  }

  private void hikvision(Wire wire, Box box) {
    Mischief mischief = new Mischief();
    List<HttpFront.Part> others = new ArrayList<>();
    for (Placed one : box.gates) {
      others.add(
          new HikvisionGate(
              one.device().number("channel", 1), one.device().id(), gate(one), truth));
      // A camera that calls is told whom to call at the address of its barrier.
      Optional.ofNullable(tellable.get(one.lane().id())).ifPresent(others::add);
    }
    HikvisionCamera camera =
        new HikvisionCamera(
            new HikvisionCamera.Identity(
                number++,
                box.first().user(),
                box.first().password(),
                channels(box, one -> one.device().id()),
                channels(box, one -> one.lane().name()),
                wire.port()),
            HEARTBEAT,
            gears.apply(mischief),
            others);
    box.cameras.forEach(one -> devices.add(one.device().id(), camera, mischief));
    box.gates.forEach(one -> devices.add(one.device().id(), camera.plug(), mischief));
  }

  private static Map<Integer, String> channels(Box box, Function<Placed, String> what) {
    Map<Integer, String> channels = new TreeMap<>();
    box.cameras.forEach(one -> channels.put(one.device().number("channel", 1), what.apply(one)));
    return channels;
  }

  private void dahua(Wire wire, Box box) {
    Mischief mischief = new Mischief();
    DahuaCamera camera =
        new DahuaCamera(
            new DahuaCamera.Identity(
                number++,
                box.first().user(),
                box.first().password(),
                channels(box, one -> one.device().id()),
                channels(box, one -> one.lane().name()),
                "local".equals(box.first().setting("clock", "utc")),
                wire.port()),
            gears.apply(mischief),
            box.gates.stream()
                .map(
                    one ->
                        new DahuaGate(
                            one.device().number("channel", 1), one.device().id(), gate(one), truth))
                .toList());
    box.cameras.forEach(one -> devices.add(one.device().id(), camera, mischief));
    box.gates.forEach(one -> devices.add(one.device().id(), camera.plug(), mischief));
  }

  private void vzenith(Wire wire, Box box) {
    Mischief mischief = new Mischief();
    List<ParkingBoard> shown = box.boards.stream().map(boards::board).toList();
    Optional<VzenithCamera.Gate> gate =
        box.gates.stream().findFirst().map(one -> vzenithGate(one.device(), gate(one)));
    VzenithCamera camera =
        new VzenithCamera(
            gears.apply(mischief),
            box.first().id(),
            box.all().get(0).lane().name(),
            number++,
            wire.port(),
            new VzenithCamera.Attached(
                gate,
                shown.isEmpty() ? Optional.empty() : Optional.of(new Bus(shown)),
                options.baudPace()));
    box.cameras.forEach(one -> devices.add(one.device().id(), camera, mischief));
    box.gates.forEach(one -> devices.add(one.device().id(), camera.plug(), mischief));
    box.boards.forEach(one -> devices.add(one.device().id(), camera.plug(), mischief));
  }

  private static VzenithCamera.Gate vzenithGate(DevicePlan device, Barrier barrier) {
    Map<Integer, String> contacts = new HashMap<>();
    contacts.put(device.number("open-output", 0), "open");
    if (!device.setting("close-output", "").isEmpty()) {
      contacts.put(device.number("close-output", 1), "close");
    }
    Map<Integer, String> inputs = new HashMap<>();
    for (String input : List.of("loop", "up", "down")) {
      if (!device.setting(input + "-input", "").isEmpty()) {
        inputs.put(device.number(input + "-input", 0), input);
      }
    }
    return new VzenithCamera.Gate(device.id(), barrier, contacts, inputs);
  }

  private void callers(Wires wires, String driver, BiFunction<Placed, Gear, PushingCamera> maker) {
    wires
        .of(LanePlan::camera, driver::equals, Optional.empty())
        .values()
        .forEach(
            placed ->
                placed.forEach(
                    one -> {
                      Mischief mischief = new Mischief();
                      PushingCamera camera = maker.apply(one, gears.apply(mischief));
                      callers.add(camera);
                      devices.add(one.device().id(), camera, mischief);
                    }));
  }

  private PushingCamera hikvisionPush(Placed placed, Gear gear) {
    HikvisionPush camera =
        new HikvisionPush(
            gear, placed.device().id(), placed.lane().name(), number++, placed.device().host());
    tellable.put(placed.lane().id(), camera);
    return camera;
  }

  private PushingCamera vzenithPush(Placed placed, Gear gear) {
    return new VzenithPush(
        gear,
        placed.device().id(),
        placed.lane().name(),
        number++,
        placed.device().host(),
        placed.device().password(),
        Optional.ofNullable(devices.barriers().get(placed.lane().id())));
  }

  private PushingCamera huaxiaPush(Placed placed, Gear gear) {
    return new HuaxiaPush(
        gear,
        placed.device().id(),
        placed.lane().name(),
        placed.lane().in(),
        number++,
        placed.device().host(),
        Optional.ofNullable(devices.barriers().get(placed.lane().id())));
  }
}
