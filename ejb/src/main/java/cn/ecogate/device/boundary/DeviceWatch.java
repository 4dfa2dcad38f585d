package cn.ecogate.device.boundary;

import cn.ecogate.device.entity.BarrierState;
import cn.ecogate.device.entity.DeviceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * How the site's devices are, always current. Fires {@link DevicesChanged} (asynchronous CDI event)
 * at every change.
 */
@ApplicationScoped
public class DeviceWatch {

  /** Every device of the site, by lane then kind. */
  public List<DeviceStatus> devices() {
    throw new IllegalStateException("not built yet");
  }

  public BarrierState barrier(String laneId) {
    throw new IllegalStateException("not built yet");
  }
}
