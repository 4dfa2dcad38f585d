package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.api.catalogue.Settings;
import cn.ecogate.adapter.wire.ModbusRtu;
import cn.ecogate.adapter.wire.ParkingBoard;
import cn.ecogate.adapter.wire.WireException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A serial or TCP line to relay boards and displays; polls the inputs, carries the commands. */
final class BusLink extends OwnedLink {

  /** That many polls in a row without an answer, and the board counts as gone. */
  private static final int STRIKES = 3;

  /**
   * How often a board that is gone, or has no inputs, is asked; and a line on which nobody is
   * asked.
   */
  private static final Duration SELDOM = Duration.ofSeconds(1);

  /** What hangs on a bus, by its driver's name. */
  private static final Map<String, Part> PARTS =
      Map.ofEntries(
          Map.entry("modbus-relay", (spec, link, gauge) -> link.relay(spec, gauge)),
          Map.entry("parking-board", (spec, link, gauge) -> link.display(spec, gauge)),
          Map.entry("notice-board", (spec, link, gauge) -> link.display(spec, gauge))
          // One line a driver.
          );

  private interface Part {
    BusDevice make(DeviceSpec spec, BusLink link, Gauge gauge);
  }

  private final Clock clock;
  private final Outlet outlet;
  private final Bus bus;
  private final Map<String, BusDevice> byId = new LinkedHashMap<>();
  private final List<Relay> relays = new ArrayList<>();
  private final List<Display> displays = new ArrayList<>();
  private final Map<Integer, Station> stations = new TreeMap<>();

  /** All barriers of one board: one poll tells the inputs of each. */
  private static final class Station {
    final int unit;
    final List<Relay> relays = new ArrayList<>();
    int strikes;
    long nextPoll;

    Station(int unit) {
      this.unit = unit;
    }

    int inputCount() {
      return relays.stream().mapToInt(r -> r.wiring().inputCount()).max().orElse(0);
    }
  }

  BusLink(Address address, List<DeviceSpec> devices, Timings timings, Clock clock, Outlet outlet) {
    super(address, devices, timings);
    this.clock = clock;
    this.outlet = outlet;
    this.bus = new Bus(timings);
    for (DeviceSpec spec : devices) {
      Gauge gauge = new Gauge(spec.id(), clock, outlet::health);
      byId.put(spec.id(), PARTS.get(spec.driver()).make(spec, this, gauge));
      gauge.introduce();
    }
  }

  private BusDevice relay(DeviceSpec spec, Gauge gauge) {
    Wiring wiring = Wiring.of(Settings.of(spec));
    Relay relay = new Relay(spec.id(), wiring, bus, gauge, clock);
    relays.add(relay);
    stations.computeIfAbsent(wiring.unit(), Station::new).relays.add(relay);
    return relay;
  }

  private BusDevice display(DeviceSpec spec, Gauge gauge) {
    Settings told = Settings.of(spec);
    Display.Way way =
        frame -> {
          ParkingBoard.confirm(frame, bus.exchange(frame, ParkingBoard::replyLength));
          gauge.heard();
        };
    Display display = new Display(told.number("board"), told.number("lines"), way, gauge);
    displays.add(display);
    return display;
  }

  @Override
  protected void connectAndWork() throws IOException {
    Line line = Line.open(address, timings);
    bus.connected(line);
    displays.forEach(display -> display.gauge().up());
    // Whatever happened to the last run or the last connection: no button stays pressed.
    relays.forEach(Relay::releaseAllNow);
    for (Station station : stations.values()) {
      station.strikes = 0;
      station.nextPoll = System.nanoTime();
    }
    try {
      while (!bell.closed()) {
        long next = System.nanoTime() + SELDOM.toNanos();
        for (Station station : stations.values()) {
          next = Math.min(next, attend(station));
        }
        if (stations.isEmpty()) {
          bus.checkAlive();
          proved();
        } else if (stations.values().stream().allMatch(s -> s.strikes >= STRIKES)) {
          throw new IOException("继电器板没有应答，请检查供电、站号（unit）、接线和波特率");
        } else if (!bus.isConnected()) {
          throw new IOException(address + " 的连接中断，请检查设备电源和网线");
        }
        bell.await(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
      }
    } finally {
      releaseBeforeLeaving();
    }
  }

  /** Releases what is due, polls if it is time; tells when it wants attention again. */
  private long attend(Station station) throws IOException {
    long due = Long.MAX_VALUE;
    for (Relay relay : station.relays) {
      if (station.strikes < STRIKES || System.nanoTime() - station.nextPoll >= 0) {
        due = Math.min(due, releaseDue(station, relay));
      }
    }
    if (System.nanoTime() - station.nextPoll >= 0) {
      poll(station);
    }
    return Math.min(due, station.nextPoll);
  }

  private long releaseDue(Station station, Relay relay) throws IOException {
    try {
      return relay.releaseDue();
    } catch (NoAnswer | WireException e) {
      struck(station, e);
      return System.nanoTime() + timings.poll().toNanos();
    }
  }

  private void poll(Station station) throws IOException {
    int count = station.inputCount();
    boolean seldom = count == 0 || station.strikes >= STRIKES;
    station.nextPoll = System.nanoTime() + (seldom ? SELDOM : timings.poll()).toNanos();
    if (!station.relays.stream().allMatch(r -> outlet.roomFor(r.deviceId()))) {
      // Nobody takes the reports: rather see a change later than lose one.
      return;
    }
    try {
      BitSet inputs = count == 0 ? askAnything(station) : readInputs(station.unit, count);
      station.strikes = 0;
      proved();
      for (Relay relay : station.relays) {
        relay.gauge().heard();
        relay.observe(inputs).ifPresent(outlet::barrier);
      }
    } catch (ModbusRtu.RefusedByBoard e) {
      // It answers: the line is good, the settings are not.
      station.relays.forEach(r -> r.gauge().down(e.getMessage()));
      station.nextPoll = System.nanoTime() + SELDOM.toNanos();
    } catch (NoAnswer | WireException e) {
      struck(station, e);
    }
  }

  private BitSet readInputs(int unit, int count) throws IOException {
    byte[] request = ModbusRtu.readInputs(unit, count);
    return ModbusRtu.inputs(request, bus.exchange(request, ModbusRtu::replyLength));
  }

  /** A barrier without inputs: any answer shows that its board is there. */
  private BitSet askAnything(Station station) throws IOException {
    byte[] request = ModbusRtu.readCoil(station.unit, station.relays.get(0).wiring().openCoil());
    ModbusRtu.coil(request, bus.exchange(request, ModbusRtu::replyLength));
    return new BitSet();
  }

  private void struck(Station station, IOException why) {
    station.strikes++;
    for (Relay relay : station.relays) {
      if (why instanceof WireException) {
        relay.gauge().misunderstood((WireException) why);
      }
      if (station.strikes == STRIKES) {
        relay.gauge().down("继电器板没有正确应答，请检查供电、站号（unit）、接线和波特率");
      }
    }
  }

  private void releaseBeforeLeaving() {
    for (Relay relay : relays) {
      relay.releaseBeforeLeaving();
    }
  }

  @Override
  protected void letGo() {
    bus.disconnect();
  }

  @Override
  protected void failed(String why) {
    byId.values().forEach(device -> device.gauge().down(why));
  }

  @Override
  public void send(String deviceId, GateCommand command) throws GateException {
    BusDevice device = byId.get(deviceId);
    Gauge gauge = device.gauge();
    try {
      device.obey(command);
      // An on-wait-off button is released by the owner's thread.
      bell.ring();
      gauge.wellAgain();
    } catch (GateException e) {
      throw e;
    } catch (ModbusRtu.RefusedByBoard e) {
      gauge.failed(e.getMessage());
      throw new GateException(deviceId + "：" + e.getMessage(), e);
    } catch (WireException e) {
      gauge.misunderstood(e);
      throw new LinkFailure(deviceId + "：" + e.getMessage(), e);
    } catch (NoAnswer e) {
      gauge.failed("命令" + e.getMessage());
      throw new LinkFailure(deviceId + "：命令" + e.getMessage(), e);
    } catch (IOException e) {
      String why = gauge.health().complaint().orElse(Words.of(e, address));
      bell.ring();
      throw new LinkFailure(deviceId + "：" + why, e);
    }
  }

  @Override
  protected List<Gauge> gauges() {
    return byId.values().stream().map(BusDevice::gauge).toList();
  }

  @Override
  public List<BarrierReport> barriers() {
    return relays.stream().map(r -> r.boom().last()).toList();
  }
}
