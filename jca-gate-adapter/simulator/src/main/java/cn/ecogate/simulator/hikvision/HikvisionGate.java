package cn.ecogate.simulator.hikvision;

import cn.ecogate.simulator.camera.HttpFront;
import cn.ecogate.simulator.camera.HttpReply;
import cn.ecogate.simulator.camera.HttpRequest;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.truth.TruthLog;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The barrier on a Hikvision camera's contacts, commanded by ISAPI. */
public final class HikvisionGate implements HttpFront.Part {

  private static final Pattern PATH =
      Pattern.compile(
          "/ISAPI/Parking/channels/(\\d+)/(barrierGate(?:/capabilities|/barrierGateStatus)?|barrierGateStatus)/*");
  private static final Pattern MODE = Pattern.compile("<ctrlMode>\\s*(\\w+)\\s*</ctrlMode>");
  private static final String XML = "application/xml; charset=\"UTF-8\"";

  private final int channel;
  private final String device;
  private final Barrier barrier;
  private final TruthLog truth;

  public HikvisionGate(int channel, String device, Barrier barrier, TruthLog truth) {
    this.channel = channel;
    this.device = device;
    this.barrier = barrier;
    this.truth = truth;
  }

  @Override
  public Optional<HttpReply> answer(HttpRequest asked) {
    Matcher path = PATH.matcher(asked.path());
    if (!path.matches() || Integer.parseInt(path.group(1)) != channel) {
      return Optional.empty();
    }
    if (path.group(2).equals("barrierGate") && asked.method().equals("PUT")) {
      return Optional.of(command(asked));
    }
    if (path.group(2).endsWith("barrierGateStatus") && asked.method().equals("GET")) {
      return Optional.of(told("<barrierGateStatus>" + status() + "</barrierGateStatus>", "Status"));
    }
    if (path.group(2).endsWith("capabilities") && asked.method().equals("GET")) {
      return Optional.of(
          told(
              "<ctrlMode opt=\"open,close,lock,unlock\"/>\n"
                  + "<isSupportBarrierGateStatus>true</isSupportBarrierGateStatus>",
              "Cap"));
    }
    return Optional.of(
        HikvisionCamera.status(
            asked, 405, "Method Not Allowed", 4, "Invalid Operation", "methodNotAllowed"));
  }

  private HttpReply command(HttpRequest asked) {
    Matcher mode = MODE.matcher(asked.bodyText());
    if (!mode.find()) {
      return HikvisionCamera.status(
          asked, 400, "Bad Request", 6, "Invalid XML Content", "badXmlContent");
    }
    switch (mode.group(1)) {
      case "open" -> barrier.raise("open command");
      case "close" -> barrier.lower("close command");
      case "lock" -> barrier.lock();
      case "unlock" -> barrier.unlock();
      default -> {
        return HikvisionCamera.status(
            asked, 400, "Bad Request", 6, "Invalid XML Content", "badParameters");
      }
    }
    truth.note("gate-command", device, "command", mode.group(1));
    return HikvisionCamera.status(asked, 200, "OK", 1, "OK", "ok");
  }

  private int status() {
    return switch (barrier.motion()) {
      case DOWN -> 1;
      case UP -> 2;
      // On its way neither limit is reached: no signal.
      default -> 0;
    };
  }

  private static HttpReply told(String body, String kind) {
    return HttpReply.of(
        200,
        "OK",
        XML,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<BarrierGate"
            + kind
            + " version=\"2.0\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\">\n"
            + body
            + "\n</BarrierGate"
            + kind
            + ">\n");
  }
}
