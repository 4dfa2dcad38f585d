package cn.ecogate.device.boundary;

import cn.ecogate.adapter.api.GateConnectionFactory;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** What cameras saw while nobody was there to hear it, where they keep a list that can be asked. */
@ApplicationScoped
public class CameraHistory {

  @Resource(lookup = DeviceRoster.CONNECTION_FACTORY)
  GateConnectionFactory devices;

  /**
   * To be said before the devices are installed.
   *
   * @param newest by camera, its own time of what was recorded of it last
   */
  public void heardUntil(Map<String, Instant> newest) {
    devices.heardUntil(newest);
  }
}
