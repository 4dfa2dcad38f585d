package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.PlateSeen;
import cn.ecogate.adapter.api.TagSeen;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightSeen;

/** Where links put what devices say. Nothing put here is dropped. */
public interface Outlet {

  /**
   * A live one waits while the camera's queue is full, so that its stream is not read on. History
   * has a place of its own and waits only if that is full, on the disk too: a live vehicle may
   * stand behind it in the stream.
   */
  void plate(PlateSeen seen) throws InterruptedException;

  /**
   * Takes it if there is room, and never waits; for a camera that can be asked to come again.
   *
   * @param recorded run once everybody has had it, on a thread of the outlet's
   * @return false if nothing was taken
   */
  boolean offer(PlateSeen seen, Runnable recorded);

  /** History of that camera that comes now would not have to wait long: for who fetches it. */
  boolean roomForHistory(String deviceId);

  /** Never waits: only the newest health of a device matters. */
  void health(DeviceHealth health);

  /** Never waits: asked first whether there is room. */
  void barrier(BarrierReport report);

  /** Waits while the weighbridge's queue is full. */
  void weight(WeightSeen seen) throws InterruptedException;

  /** Waits while the scanner's queue is full. */
  void tag(TagSeen seen) throws InterruptedException;

  /** Never waits: only the newest matters. */
  void scale(WeightReport report);

  /** There is room for further reports of that barrier. */
  boolean roomFor(String deviceId);
}
