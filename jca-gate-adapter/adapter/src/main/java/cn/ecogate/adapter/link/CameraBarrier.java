package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.GateCommand;
import cn.ecogate.adapter.api.catalogue.Address;
import java.io.IOException;
import java.time.Clock;

/** A barrier that is raised and lowered by its lane's camera. */
interface CameraBarrier {

  Gauge gauge();

  void obey(GateCommand command) throws IOException;

  /** How it stands, as far as the camera tells. */
  BarrierReport last();

  /** Finds out whether the camera is there, on a link that carries no stream. */
  void knock() throws IOException;

  /** What its maker needs of the link. */
  record Desk(Address address, Timings timings, Clock clock, Gauge gauge) {}
}
