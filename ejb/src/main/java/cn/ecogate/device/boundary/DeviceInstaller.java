package cn.ecogate.device.boundary;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateConnectionFactory;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.site.boundary.DevicesReplaced;
import cn.ecogate.site.boundary.SiteBook;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Hands the site's devices to the adapter, at the start and whenever they are others. No enterprise
 * bean: it is called after a commit, when no transaction can be begun.
 */
@ApplicationScoped
public class DeviceInstaller {

  private static final System.Logger LOG = System.getLogger(DeviceInstaller.class.getName());

  @Resource(lookup = DeviceRoster.CONNECTION_FACTORY)
  GateConnectionFactory devices;

  @Inject SiteBook siteBook;
  @Inject DeviceMeter meter;
  @Inject Event<DevicesChanged> changed;

  /**
   * A list the adapter cannot use is logged as an error; it keeps the devices it has. One whose
   * password cannot be opened is left out.
   */
  synchronized void install() {
    List<Device> wanted =
        siteBook.site().lanes().stream()
            .flatMap(lane -> lane.devices().stream())
            .filter(
                device ->
                    siteBook.amendment(device.id()).flatMap(Amendment::whyNotLinked).isEmpty())
            .toList();
    try {
      devices.install(wanted.stream().map(DeviceInstaller::spec).toList());
      meter.follow(wanted);
      LOG.log(Level.INFO, "{0} devices handed to the gate adapter", wanted.size());
    } catch (GateException unusable) {
      LOG.log(
          Level.ERROR,
          "The devices are not linked as they are described now: {0} Correct the site file and"
              + " restart, or correct the device on its page.",
          unusable.getMessage());
    }
  }

  void replaced(@Observes DevicesReplaced news) {
    install();
    siteBook.site().lanes().stream()
        .filter(lane -> news.deviceId().startsWith(lane.id() + "-"))
        .forEach(lane -> changed.fireAsync(new DevicesChanged(lane.id())));
  }

  static DeviceSpec spec(Device device) {
    return new DeviceSpec(
        device.id(),
        device.driver(),
        device.address(),
        device.user(),
        device.password(),
        device.settings());
  }
}
