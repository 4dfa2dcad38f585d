package cn.ecogate.simulator.dahua;

import cn.ecogate.simulator.camera.HttpFront;
import cn.ecogate.simulator.camera.HttpReply;
import cn.ecogate.simulator.camera.HttpRequest;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.truth.TruthLog;
import java.util.Optional;

/** The barrier on a Dahua camera's strobe output, with the loop on its alarm input. */
public final class DahuaGate implements HttpFront.Part {

  private static final String TEXT = "text/plain;charset=utf-8";

  private final int channel;
  private final String device;
  private final Barrier barrier;
  private final TruthLog truth;

  public DahuaGate(int channel, String device, Barrier barrier, TruthLog truth) {
    this.channel = channel;
    this.device = device;
    this.barrier = barrier;
    this.truth = truth;
  }

  @Override
  public Optional<HttpReply> answer(HttpRequest asked) {
    if (!asked.method().equals("GET")) {
      return Optional.empty();
    }
    String action = asked.parameter("action");
    if (asked.path().equals("/cgi-bin/alarm.cgi") && action.equals("getInState")) {
      return Optional.of(
          HttpReply.of(200, "OK", TEXT, "result=" + (barrier.occupied() ? 1 : 0) + "\r\n"));
    }
    if (!asked.path().equals("/cgi-bin/trafficSnap.cgi")
        || !asked.parameter("channel").equals(String.valueOf(channel))) {
      return Optional.empty();
    }
    switch (action) {
      case "openStrobe" -> barrier.raise("open command");
      case "closeStrobe" -> barrier.lower("close command");
      default -> {
        return Optional.of(HttpReply.of(400, "Bad Request", TEXT, "Error\r\nBad Request!\r\n"));
      }
    }
    truth.note(
        "gate-command", device, "command", action, "plate", asked.parameter("info.plateNumber"));
    return Optional.of(HttpReply.of(200, "OK", TEXT, "OK\r\n"));
  }
}
