package cn.ecogate.device.boundary;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateConnectionFactory;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Device;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.resource.ConnectionFactoryDefinition;
import java.lang.System.Logger.Level;

/**
 * Hands the site's devices to the adapter when the application starts, but not before the schema is
 * there, and a demo plant's vehicles with it: the first truck must find a ledger and its filing.
 */
@Startup
@Singleton
@DependsOn({"SchemaKeeper", "DemoPlant", "CatchUp"})
@ConnectionFactoryDefinition(
    name = DeviceRoster.CONNECTION_FACTORY,
    interfaceName = "cn.ecogate.adapter.api.GateConnectionFactory",
    // Alone on Payara Micro; inside an EAR its name has a leading #.
    resourceAdapter = "${MPCONFIG=ecogate.gate-adapter:gate-adapter}",
    minPoolSize = 0,
    maxPoolSize = 200)
public class DeviceRoster {

  static final String CONNECTION_FACTORY = "java:app/gate";

  private static final System.Logger LOG = System.getLogger(DeviceRoster.class.getName());

  @Resource(lookup = CONNECTION_FACTORY)
  GateConnectionFactory devices;

  @Inject SiteBook siteBook;

  /**
   * A spec the adapter cannot use is logged as an error; the application starts without devices.
   */
  @PostConstruct
  void install() {
    var specs =
        siteBook.site().lanes().stream()
            .flatMap(lane -> lane.devices().stream())
            .map(DeviceRoster::spec)
            .toList();
    try {
      devices.install(specs);
      LOG.log(Level.INFO, "{0} devices of the site file handed to the gate adapter", specs.size());
    } catch (GateException unusable) {
      LOG.log(
          Level.ERROR,
          "No device is linked and no barrier will open: {0} Correct the site file and restart.",
          unusable.getMessage());
    }
  }

  private static DeviceSpec spec(Device device) {
    return new DeviceSpec(
        device.id(),
        device.driver(),
        device.address(),
        device.user(),
        device.password(),
        device.settings());
  }
}
