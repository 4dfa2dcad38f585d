package cn.ecogate.adapter.api;

import java.util.List;

/**
 * Receives every vehicle that a camera reports, in order per camera among those that stand at a
 * barrier and among those of a camera's memory. An exception, or a transaction that does not
 * commit, asks for the same again.
 */
public interface PlateListener {

  /** A vehicle that is there now. */
  void plateSeen(PlateSeen seen);

  /**
   * What one camera tells from its memory, oldest first, several at once. Told only while no live
   * vehicle of that camera waits; some of it may have been told before.
   */
  void historySeen(List<PlateSeen> late);
}
