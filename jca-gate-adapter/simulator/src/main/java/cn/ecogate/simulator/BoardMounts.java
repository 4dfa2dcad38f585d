package cn.ecogate.simulator;

import cn.ecogate.simulator.Wires.Placed;
import cn.ecogate.simulator.display.ParkingBoard;
import cn.ecogate.simulator.line.Bus;
import cn.ecogate.simulator.line.FrameTalk;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.relay.RelayBoard;
import cn.ecogate.simulator.scale.Indicator;
import cn.ecogate.simulator.scale.IndicatorTalk;
import cn.ecogate.simulator.scale.Weighbridge;
import cn.ecogate.simulator.scanner.LineReader;
import cn.ecogate.simulator.site.SitePlan.DevicePlan;
import cn.ecogate.simulator.site.SitePlan.LanePlan;
import cn.ecogate.simulator.truth.TruthLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Puts up what stands on wires of its own: relay boards, displays, weighbridges, readers. */
final class BoardMounts {

  private static final int SMALLEST_BOARD = 8;
  private static final Set<String> READERS = Set.of("text-scanner", "epc-reader");

  private final Options options;
  private final TruthLog truth;
  private final Devices devices;
  private final List<RelayBoard> boards = new ArrayList<>();

  BoardMounts(Options options, TruthLog truth, Devices devices) {
    this.options = options;
    this.truth = truth;
    this.devices = devices;
  }

  /** The relay boards, which have to be told the time. */
  List<RelayBoard> boards() {
    return boards;
  }

  void mount(Wires wires, Random random) {
    wires
        .of(LanePlan::barrier, "modbus-relay"::equals, options.serialRelay())
        .forEach(this::relays);
    wires
        .of(LanePlan::display, "parking-board"::equals, options.serialDisplay())
        .forEach((wire, placed) -> displays(wire, placed, devices.displays()));
    wires
        .of(LanePlan::noticeBoard, "notice-board"::equals, options.serialDisplay())
        .forEach((wire, placed) -> displays(wire, placed, devices.noticeBoards()));
    for (Indicator indicator : Indicator.values()) {
      wires
          .of(LanePlan::weighbridge, indicator.driver()::equals, options.serialScale())
          .forEach((wire, placed) -> scale(indicator, wire, placed, random));
    }
    wires.of(LanePlan::scanner, READERS::contains, options.serialScanner()).forEach(this::readers);
  }

  private void relays(Wires.Wire wire, List<Placed> placed) {
    Map<Integer, List<Placed>> byUnit = new TreeMap<>();
    placed.forEach(
        one ->
            byUnit
                .computeIfAbsent(one.device().number("unit", 1), unit -> new ArrayList<>())
                .add(one));
    List<RelayBoard> here = new ArrayList<>();
    byUnit.forEach((unit, wired) -> here.add(relay(unit, wired)));
    boards.addAll(here);
    plug(wire, placed, new Bus(here));
  }

  /** One plug for all boards of an address. */
  private void plug(Wires.Wire wire, List<Placed> placed, Bus bus) {
    String id = placed.get(0).device().id();
    Mischief mischief = new Mischief();
    FrameTalk talk =
        new FrameTalk(
            bus,
            options.baudPace(),
            (what, bytes) -> truth.note("noise", id, "what", what, "bytes", bytes),
            mischief);
    Plug plug = wire.plug(id, talk);
    placed.forEach(one -> devices.add(one.device().id(), plug, mischief));
  }

  private RelayBoard relay(int unit, List<Placed> wired) {
    int coils = SMALLEST_BOARD;
    int inputs = SMALLEST_BOARD;
    boolean timed = true;
    for (Placed one : wired) {
      DevicePlan device = one.device();
      coils =
          Math.max(
              coils, Math.max(device.number("open-coil", 0), device.number("close-coil", 1)) + 1);
      for (String input : List.of("loop-input", "up-input", "down-input")) {
        inputs = Math.max(inputs, device.number(input, 0) + 1);
      }
      timed &= !"on-wait-off".equals(device.setting("timing", "board-timed"));
    }
    RelayBoard board = new RelayBoard(unit, coils, inputs, timed);
    wired.forEach(one -> wire(board, one));
    return board;
  }

  private void wire(RelayBoard board, Placed placed) {
    DevicePlan device = placed.device();
    Barrier barrier = barrier(truth, device.id());
    devices.barriers().put(placed.lane().id(), barrier);
    board.wireCoil(
        device.number("open-coil", 0),
        (closed, frame) -> {
          truth.note("coil", device.id(), "contact", "open", "closed", closed, "frame", frame);
          barrier.openContact(closed);
        });
    if (!device.setting("close-coil", "").isEmpty()) {
      board.wireCoil(
          device.number("close-coil", 1),
          (closed, frame) -> {
            truth.note("coil", device.id(), "contact", "close", "closed", closed, "frame", frame);
            barrier.closeContact(closed);
          });
    }
    wireInput(board, device, "loop-input", barrier::occupied);
    wireInput(board, device, "up-input", barrier::upLimit);
    wireInput(board, device, "down-input", barrier::downLimit);
  }

  /** A boom whose every motion is the truth. */
  static Barrier barrier(TruthLog truth, String device) {
    return new Barrier(
        (motion, cause) -> truth.note("barrier", device, "motion", motion.name(), "cause", cause));
  }

  private static void wireInput(
      RelayBoard board, DevicePlan device, String name, BooleanSupplier state) {
    if (!device.setting(name, "").isEmpty()) {
      board.wireInput(device.number(name, 0), state);
    }
  }

  private void displays(Wires.Wire wire, List<Placed> placed, Map<String, ParkingBoard> byLane) {
    List<ParkingBoard> here = new ArrayList<>();
    placed.forEach(one -> here.add(board(one, byLane)));
    plug(wire, placed, new Bus(here));
  }

  /** The display of a lane, whatever wire it hangs on. */
  ParkingBoard board(Placed placed) {
    return board(placed, devices.displays());
  }

  private ParkingBoard board(Placed placed, Map<String, ParkingBoard> byLane) {
    ParkingBoard board =
        new ParkingBoard(placed.device().number("board", 0), new Driver(placed.device().id()));
    byLane.put(placed.lane().id(), board);
    return board;
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

  private void scale(Indicator indicator, Wires.Wire wire, List<Placed> placed, Random random) {
    Weighbridge bridge = new Weighbridge(new Random(random.nextLong()));
    Mischief mischief = new Mischief();
    Plug plug =
        wire.plug(placed.get(0).device().id(), new IndicatorTalk(indicator, bridge, mischief));
    for (Placed one : placed) {
      // Two lanes of one address are two sides of the same bridge.
      devices.addPlain(one.device().id(), plug, mischief);
      devices.scales().put(one.lane().id(), bridge);
    }
  }

  private void readers(Wires.Wire wire, List<Placed> placed) {
    Mischief mischief = new Mischief();
    LineReader reader = new LineReader(mischief);
    Plug plug = wire.plug(placed.get(0).device().id(), reader);
    for (Placed one : placed) {
      devices.addPlain(one.device().id(), plug, mischief);
      devices.readers().put(one.device().id(), reader);
    }
  }
}
