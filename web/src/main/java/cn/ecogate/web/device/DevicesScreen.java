package cn.ecogate.web.device;

import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.device.entity.DeviceStatus;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.Lane;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** How the site's devices are, lane by lane. */
@Named
@RequestScoped
public class DevicesScreen {

  @Inject DeviceWatch watch;

  private List<DeviceStatus> devices;

  @PostConstruct
  void read() {
    devices = watch.devices();
  }

  public List<Lane> getLanes() {
    return devices.stream().map(DeviceStatus::lane).distinct().toList();
  }

  public List<DeviceStatus> of(Lane lane) {
    return devices.stream().filter(d -> d.lane().id().equals(lane.id())).toList();
  }

  /** What could be added to it. */
  public List<Device.Kind> lacking(Lane lane) {
    return Stream.of(Device.Kind.values()).filter(kind -> lane.device(kind).isEmpty()).toList();
  }

  public BarrierState barrier(Lane lane) {
    return watch.barrier(lane.id());
  }

  public long count(String link) {
    return devices.stream().filter(d -> d.link() == DeviceStatus.Link.valueOf(link)).count();
  }

  public int getTotal() {
    return devices.size();
  }
}
