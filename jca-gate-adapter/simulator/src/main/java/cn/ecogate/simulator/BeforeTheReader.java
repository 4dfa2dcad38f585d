package cn.ecogate.simulator;

import cn.ecogate.simulator.day.PlayedLane;
import cn.ecogate.simulator.day.Visitor;
import cn.ecogate.simulator.scanner.LineReader;
import cn.ecogate.simulator.truth.TruthLog;
import java.util.Locale;
import java.util.Map;

/** A driver who holds his environmental list, or his vehicle's tag, before the lane's reader. */
record BeforeTheReader(
    LineReader reader, String device, boolean tags, Map<String, String> vins, TruthLog truth)
    implements PlayedLane.Bystander {

  @Override
  public void stops(Visitor visitor, long now) {
    String plate = visitor.subject().plate();
    String vin = vins.getOrDefault(plate, "");
    if (tags) {
      read("E2801191" + String.format(Locale.ROOT, "%016X", visitor.subject().seed()));
    } else if (!vin.isEmpty()) {
      read("http://xxgk.vecc.org.cn/vin/" + vin);
    }
  }

  private void read(String text) {
    truth.note("scanned", device, "text", text);
    reader.read(text);
  }

  @Override
  public void leaves(long now) {
    // What was read was read.
  }
}
