package cn.ecogate.adapter.api;

/**
 * Receives every vehicle that a camera reports, in order per camera. An exception, or a transaction
 * that does not commit, asks for the same event again.
 */
public interface PlateListener {

  void plateSeen(PlateSeen seen);
}
