package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.WeightReport;
import java.util.Optional;

/** Listens to one device that speaks unasked; the link gives it bytes and the passing of time. */
interface Ear {

  /** The line stands: whatever was begun before is forgotten. */
  void connected();

  /** The line is gone. */
  default void lost() {}

  /** Bytes as they came. */
  void hear(byte[] bytes, int count) throws InterruptedException;

  /** Called some times a second, whether bytes came or not. */
  void timePasses();

  /** The device has said something intelligible on this line. */
  boolean understood();

  /** A device that always speaks is gone when it does not; another may simply have nothing. */
  boolean speaksAlways();

  Gauge gauge();

  /** What a weighbridge shows; empty for everything else. */
  default Optional<WeightReport> weight() {
    return Optional.empty();
  }
}
