package cn.ecogate.passage.boundary;

import cn.ecogate.device.boundary.DeviceWatch;
import cn.ecogate.uplink.boundary.DeviceReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells the heartbeat how the devices at the lanes are. */
@ApplicationScoped
public class StatesForHeartbeat implements DeviceReport {

  @Inject DeviceWatch watch;

  @Override
  public Map<String, String> states() {
    return watch.devices().stream()
        .collect(Collectors.toMap(one -> one.device().id(), one -> one.link().name(), (a, b) -> a));
  }
}
