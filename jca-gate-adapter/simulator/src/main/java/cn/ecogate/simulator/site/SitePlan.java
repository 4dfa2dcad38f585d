package cn.ecogate.simulator.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the simulator needs to know of a site: its lanes with their devices, and who drives there.
 */
public record SitePlan(List<LanePlan> lanes, List<VehiclePlan> vehicles) {

  /** One lane; a device that is not on the plan is empty. */
  public record LanePlan(
      String id,
      String name,
      boolean in,
      Optional<DevicePlan> camera,
      Optional<DevicePlan> barrier,
      Optional<DevicePlan> display,
      Optional<DevicePlan> weighbridge,
      Optional<DevicePlan> scanner,
      Optional<DevicePlan> noticeBoard) {

    /** What stands there, whatever it is. */
    public Stream<DevicePlan> devices() {
      return Stream.of(camera, barrier, display, weighbridge, scanner, noticeBoard)
          .flatMap(Optional::stream);
    }
  }

  /** One device as the site file has it; every value as text. */
  public record DevicePlan(
      String id,
      String driver,
      String address,
      String user,
      String password,
      Map<String, String> settings) {

    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    /** Where the product listens on every side, it listens on loopback too. */
    private static final String EVERYWHERE = "listen://0.0.0.0:";

    public String setting(String name, String otherwise) {
      return settings.getOrDefault(name, otherwise);
    }

    /**
     * A setting that must be a whole number.
     *
     * @throws UnusableSite if it is not
     */
    public int number(String name, int otherwise) {
      String text = settings.get(name);
      if (text == null) {
        return otherwise;
      }
      try {
        return Integer.parseInt(text.trim());
      } catch (NumberFormatException wrong) {
        throw new UnusableSite(id + ": " + name + " must be a whole number, not " + text + ".");
      }
    }

    public boolean serial() {
      return address.startsWith("serial:");
    }

    /** Whether its address is where the product listens, and the device calls. */
    public boolean calls() {
      return address.startsWith("listen://");
    }

    /** Whether its address is on this machine's loopback. */
    public boolean onLoopback() {
      return !serial() && (HERE.contains(uri().getHost()) || address.startsWith(EVERYWHERE));
    }

    /** Where a device that calls finds the product. */
    public java.net.URI host() {
      return java.net.URI.create("http://127.0.0.1:" + port() + "/cameras/" + id + "/" + password);
    }

    /** The TCP port of its address. */
    public int port() {
      int port = uri().getPort();
      if (port < 0 && "http".equals(uri().getScheme())) {
        return 80;
      }
      if (port < 1) {
        throw new UnusableSite(id + ": the address " + address + " has no port.");
      }
      return port;
    }

    private java.net.URI uri() {
      try {
        java.net.URI uri = new java.net.URI(address);
        if (uri.getHost() == null) {
          throw new UnusableSite(id + ": the address " + address + " names no host.");
        }
        return uri;
      } catch (java.net.URISyntaxException wrong) {
        throw new UnusableSite(id + ": " + address + " is not an address.");
      }
    }
  }

  /** What may be expected of a vehicle; the site's own rules decide, not this. */
  public enum Expectation {
    GOOD,
    STAGE_TOO_LOW,
    STAGE_UNKNOWN,
    LISTED,
    NOT_FILED
  }

  /**
   * One vehicle that may come.
   *
   * @param color as in the site file, e.g. {@code YELLOW}
   * @param type GA/T 16.4 code
   * @param vin empty if the site file does not say
   */
  public record VehiclePlan(
      String plate,
      String color,
      String type,
      boolean electric,
      String vin,
      Expectation expected) {}
}
