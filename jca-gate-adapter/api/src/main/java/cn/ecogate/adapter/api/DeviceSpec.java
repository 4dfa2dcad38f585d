package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.util.Map;

/**
 * A device the application wants held: where it is and how it is spoken to.
 *
 * @param id unique on the site, e.g. {@code A-01-camera}
 * @param driver which codec speaks to it, a name of the {@code catalogue}
 * @param address {@code http://host:port}, {@code tcp://host:port}, {@code
 *     serial:/dev/ttyUSB0?baud=9600} or {@code listen://host:port}; devices of the same address
 *     share one link, which has exactly one owner
 * @param user empty if the device asks for none
 * @param password empty if the device asks for none; never printed
 * @param settings the driver's own, e.g. {@code unit}, {@code open-coil}; unknown names are refused
 *     at install
 */
public record DeviceSpec(
    String id,
    String driver,
    String address,
    String user,
    String password,
    Map<String, String> settings)
    implements Serializable {

  public DeviceSpec {
    settings = Map.copyOf(settings);
  }

  @Override
  public String toString() {
    return id + " (" + driver + " at " + address + ")";
  }
}
