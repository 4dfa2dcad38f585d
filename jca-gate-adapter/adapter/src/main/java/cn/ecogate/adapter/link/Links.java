package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Address;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The one table of what makes a link for each line that a driver's card names. */
final class Links {

  private static final Map<String, Maker> BY_LINE =
      Map.ofEntries(
          Map.entry("hikvision", streamOf(new Hikvision())),
          Map.entry("dahua", streamOf(new Dahua())),
          Map.entry("push", PushLink::new),
          Map.entry("vzenith", VzenithLink::new),
          Map.entry("bus", BusLink::new),
          Map.entry("listening", ListeningLink::new)
          // One line a sort of link.
          );

  private Links() {}

  /** Makes the one link for all the devices of an address; they are well, and of this line. */
  interface Maker {
    OwnedLink make(
        Address address, List<DeviceSpec> devices, Timings timings, Clock clock, Outlet outlet);
  }

  private static Maker streamOf(CameraBrand brand) {
    return (address, devices, timings, clock, outlet) ->
        new StreamLink(brand, address, devices, timings, clock, outlet);
  }

  static Maker of(String line) {
    Maker maker = BY_LINE.get(line);
    if (maker == null) {
      throw new IllegalStateException("no link is made for the line " + line);
    }
    return maker;
  }
}
