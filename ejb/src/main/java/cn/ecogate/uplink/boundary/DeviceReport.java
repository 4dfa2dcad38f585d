package cn.ecogate.uplink.boundary;

import java.util.Map;

/**
 * Who knows how the devices are: the heartbeat asks, whoever stands on a higher floor answers,
 * because no component may know its neighbour on the same one.
 */
@FunctionalInterface
public interface DeviceReport {

  /** {@code UP}, {@code DOWN} or {@code CONNECTING} by device id. */
  Map<String, String> states();
}
