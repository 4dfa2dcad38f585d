package cn.ecogate.simulator;

import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.line.SerialPlug;
import cn.ecogate.simulator.line.TcpPlug;
import cn.ecogate.simulator.site.SitePlan;
import cn.ecogate.simulator.site.SitePlan.DevicePlan;
import cn.ecogate.simulator.site.SitePlan.LanePlan;
import cn.ecogate.simulator.site.UnusableSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which devices of a site are played here, and which of them hang on one address. */
final class Wires {

  /** Where the devices of one address hang. */
  record Wire(String address, Optional<String> device, int baud, int port) {

    Plug plug(String name, Plug.Talk talk) {
      return device
          .<Plug>map(path -> new SerialPlug(name, path, baud, talk))
          .orElseGet(() -> new TcpPlug(name, port, talk));
    }
  }

  /** A device and the lane it stands in. */
  record Placed(LanePlan lane, DevicePlan device) {}

  private final SitePlan plan;

  Wires(SitePlan plan) {
    this.plan = plan;
  }

  /**
   * The devices of a kind with one of those drivers, by address.
   *
   * @param serial where those with a serial address are played; without it they are left alone
   */
  Map<Wire, List<Placed>> of(
      Function<LanePlan, Optional<DevicePlan>> kind,
      Predicate<String> driver,
      Optional<String> serial) {
    Map<Wire, List<Placed>> wires = new LinkedHashMap<>();
    for (LanePlan lane : plan.lanes()) {
      kind.apply(lane)
          .filter(device -> driver.test(device.driver()))
          .ifPresent(
              device ->
                  wire(device, serial)
                      .ifPresent(
                          wire ->
                              wires
                                  .computeIfAbsent(wire, missing -> new ArrayList<>())
                                  .add(new Placed(lane, device))));
    }
    return wires;
  }

  private static Optional<Wire> wire(DevicePlan device, Optional<String> serial) {
    if (device.serial()) {
      return serial.map(path -> new Wire(device.address(), Optional.of(path), baud(device), 0));
    }
    return device.onLoopback()
        ? Optional.of(new Wire("port " + device.port(), Optional.empty(), 0, device.port()))
        : Optional.empty();
  }

  /** The sentence for each device of the plan that is not among those played. */
  List<String> leftAlone(Predicate<String> played) {
    List<String> sentences = new ArrayList<>();
    for (LanePlan lane : plan.lanes()) {
      lane.devices()
          .filter(one -> !played.test(one.id()))
          .forEach(
              one ->
                  sentences.add(
                      one.id()
                          + (one.serial() || !one.onLoopback()
                              ? " (at " + one.address() + ", not on this machine)"
                              : " (driver " + one.driver() + " is not played)")));
    }
    return sentences;
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
}
