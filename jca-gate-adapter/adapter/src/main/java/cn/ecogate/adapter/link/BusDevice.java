package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.GateCommand;
import java.io.IOException;

/** One device of a {@link BusLink}: what becomes of a command, in a turn of the bus. */
interface BusDevice {

  Gauge gauge();

  void obey(GateCommand command) throws IOException;
}
