package cn.ecogate.adapter.api;

/**
 * Receives what devices say beside plates: about themselves, the true state of barriers and loops,
 * weights and tags. An exception asks for the same again: weights and tags of a device are
 * delivered in order, none is left out.
 */
public interface DeviceListener {

  void healthChanged(DeviceHealth health);

  void barrierMoved(BarrierReport report);

  /** What a weighbridge shows has changed; only the newest is worth telling. */
  void scaleMoved(WeightReport report);

  /** A weight has come to rest. */
  void weightSeen(WeightSeen seen);

  /** A scanner or reader has read something. */
  void tagSeen(TagSeen seen);
}
