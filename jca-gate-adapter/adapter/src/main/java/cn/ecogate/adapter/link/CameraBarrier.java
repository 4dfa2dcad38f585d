package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.catalogue.Address;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A barrier that is raised and lowered by its lane's camera. */
interface CameraBarrier {

  Gauge gauge();

  void obey(GateCommand command) throws IOException;

  /** How it stands, as far as the camera tells. */
  BarrierReport last();

  /** Finds out whether the camera is there, on a link that carries no stream. */
  void knock() throws IOException;

  /** How often the link has to let it look how the boom stands; empty if its camera cannot tell. */
  default Optional<Duration> looksEvery() {
    return Optional.empty();
  }

  /** Looks if it is time; what is new. A look that fails is the gauge's matter, not the link's. */
  default Optional<BarrierReport> look() {
    return Optional.empty();
  }

  /** The link is left: nothing stays open. */
  default void leave() {}

  /** What its maker needs of the link. */
  record Desk(Address address, Timings timings, Clock clock, Gauge gauge) {}
}
