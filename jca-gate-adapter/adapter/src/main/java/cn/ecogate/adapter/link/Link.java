package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.Diagnosis;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.WeightReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The one owner of one address, for all devices that hang on it. */
interface Link extends Threads.Loop {

  List<DeviceSpec> devices();

  List<DeviceHealth> health();

  Optional<Diagnosis> diagnosis(String deviceId);

  /** The barriers on it; many links have none. */
  default List<BarrierReport> barriers() {
    return List.of();
  }

  /** What the weighbridges on it show; most links have none. */
  default List<WeightReport> weights() {
    return List.of();
  }

  void send(String deviceId, GateCommand command) throws GateException;

  /** What the camera at this address sees now. */
  default byte[] snapshot(String deviceId) throws GateException {
    throw new GateException(deviceId + "：这台设备不能按要求拍照");
  }

  /** Waits until the address is free again; true if it is. */
  boolean awaitEnd(Duration atMost) throws InterruptedException;

  /** The address may still be held by this one: it is waited for. */
  void follow(Link predecessor);
}
