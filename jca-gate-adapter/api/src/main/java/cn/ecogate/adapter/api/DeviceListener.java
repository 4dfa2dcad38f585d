package cn.ecogate.adapter.api;

/**
 * Receives what devices say about themselves: their links, and the true state of barriers and
 * loops.
 */
public interface DeviceListener {

  void healthChanged(DeviceHealth health);

  void barrierMoved(BarrierReport report);
}
