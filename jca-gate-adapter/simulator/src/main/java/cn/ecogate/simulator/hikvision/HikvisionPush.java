package cn.ecogate.simulator.hikvision;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.camera.Gear;
import cn.ecogate.simulator.camera.HttpFront;
import cn.ecogate.simulator.camera.HttpReply;
import cn.ecogate.simulator.camera.HttpRequest;
import cn.ecogate.simulator.camera.PushingCamera;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Hikvision camera that posts its events to an HTTP host: the host it was set up with, or the one
 * it is told by ISAPI.
 */
public final class HikvisionPush extends PushingCamera implements HttpFront.Part {

  private static final Pattern HOSTS =
      Pattern.compile("/ISAPI/Event/notification/httpHosts/(\\d+)/*");
  private static final String BOUNDARY = "---------------------------7e13971310878";
  private static final String NAMESPACE = "http://www.hikvision.com/ver20/XMLSchema";
  private static final long HEARTBEAT_MILLIS = 5_000;

  private final int number;
  private final String place;
  private final AnprMessage.Speaker speaker;
  private final EventParts parts = new EventParts(BOUNDARY, true);
  private int beats;

  public HikvisionPush(Gear gear, String device, String place, int number, URI host) {
    super(gear, device, host);
    this.number = number;
    this.place = place;
    this.speaker =
        new AnprMessage.Speaker(
            NAMESPACE, String.format("44:a6:42:f4:00:%02x", number & 0xFF), "SIM" + number, 80);
  }

  @Override
  protected Post event(Capture capture, boolean late) {
    var shot = shot(capture, number * 16 + 1, place);
    String xml = AnprMessage.anpr(speaker, capture, 1, capture.nextPost(), late, shot.plateBox());
    return multipart(parts.event(xml, shot.plate(), shot.scene(), false));
  }

  @Override
  protected Post heartbeat() {
    beats++;
    return multipart(
        parts.heartbeat(
            AnprMessage.heartbeat(speaker, clock().instant().atZone(Capture.CHINA), beats)));
  }

  private static Post multipart(byte[] parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(parts.length + 64);
    all.writeBytes(parts);
    all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return new Post("multipart/form-data; boundary=" + BOUNDARY, all.toByteArray());
  }

  @Override
  protected Heard heard(Capture capture, boolean late, Answer answer) {
    return Heard.STORED;
  }

  @Override
  protected long heartbeatMillis() {
    return HEARTBEAT_MILLIS;
  }

  @Override
  public Optional<HttpReply> answer(HttpRequest asked) {
    Matcher hosts = HOSTS.matcher(asked.path());
    if (!hosts.matches() || !asked.method().equals("PUT")) {
      return Optional.empty();
    }
    String url = element(asked.bodyText(), "url");
    String address = element(asked.bodyText(), "ipAddress");
    String port = element(asked.bodyText(), "portNo");
    if (url.isEmpty() || address.isEmpty() || !port.matches("\\d{1,5}")) {
      return Optional.of(
          HikvisionCamera.status(
              asked, 400, "Bad Request", 6, "Invalid XML Content", "badXmlContent"));
    }
    call(URI.create("http://" + address + ":" + port + url));
    gear().truth().note("host-set", device(), "url", address + ":" + port);
    return Optional.of(HikvisionCamera.status(asked, 200, "OK", 1, "OK", "ok"));
  }

  private static String element(String xml, String name) {
    Matcher found = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
    return found.find() ? found.group(1).trim() : "";
  }
}
