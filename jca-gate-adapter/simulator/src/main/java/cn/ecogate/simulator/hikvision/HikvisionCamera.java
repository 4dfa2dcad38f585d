package cn.ecogate.simulator.hikvision;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.camera.DigestDoor;
import cn.ecogate.simulator.camera.EventStream;
import cn.ecogate.simulator.camera.EventStream.Sending;
import cn.ecogate.simulator.camera.Gear;
import cn.ecogate.simulator.camera.HttpFront;
import cn.ecogate.simulator.camera.HttpReply;
import cn.ecogate.simulator.camera.HttpRequest;
import cn.ecogate.simulator.camera.PlateCamera;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.line.TcpPlug;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * A Hikvision camera with plate recognition behind one address: digest, alert stream, back-fill, a
 * memory of what nobody was there to hear, and the barriers that hang on it.
 */
public final class HikvisionCamera extends PlateCamera implements HttpFront.Part {

  private static final System.Logger LOG = System.getLogger(HikvisionCamera.class.getName());
  private static final String STREAM = "/ISAPI/Event/notification/alertStream";
  private static final String DEVICE_INFO = "/ISAPI/System/deviceInfo";
  private static final String PLATES_BEGIN = "/ISAPI/Traffic/channels/";
  private static final String PLATES_END = "/vehicleDetect/plates";
  private static final String PICTURES_BEGIN = "/ISAPI/Streaming/channels/";
  private static final String XML = "application/xml; charset=\"UTF-8\"";
  private static final int PLATES_AN_ANSWER = 200;
  private static final List<Firmware> FIRMWARES =
      List.of(
          new Firmware("http://www.isapi.org/ver20/XMLSchema", "boundary", true),
          new Firmware(
              "http://www.hikvision.com/ver20/XMLSchema",
              "---------------------------7e13971310878",
              false));

  /** How one camera's firmware writes parts: they differ, and receivers must bear it. */
  private record Firmware(String namespace, String boundary, boolean heartbeatLength) {}

  /** Who the camera is: by channel, the device's id and the name of the lane it looks at. */
  public record Identity(
      int number,
      String user,
      String password,
      Map<Integer, String> channels,
      Map<Integer, String> places,
      int port) {}

  private final Identity identity;
  private final AnprMessage.Speaker speaker;
  private final Firmware firmware;
  private final EventParts parts;
  private final Duration heartbeat;
  private final TcpPlug plug;
  private final List<EventStream> armed = new CopyOnWriteArrayList<>();

  /**
   * @param others what else is behind the address: its barriers, the setting of its HTTP host
   */
  public HikvisionCamera(
      Identity identity, Duration heartbeat, Gear gear, List<? extends HttpFront.Part> others) {
    super(gear, 0);
    this.identity = identity;
    this.heartbeat = heartbeat;
    this.firmware = FIRMWARES.get(identity.number() % FIRMWARES.size());
    this.parts = new EventParts(firmware.boundary(), firmware.heartbeatLength());
    String tail = String.format("%02x:%02x", identity.port() >> 8 & 0xFF, identity.port() & 0xFF);
    this.speaker =
        new AnprMessage.Speaker(
            firmware.namespace(), "44:a6:42:f3:" + tail, "SIM" + identity.port(), identity.port());
    DigestDoor door =
        new DigestDoor(
            "IP Camera(" + tail.replace(":", "").toUpperCase(Locale.ROOT) + ")",
            identity.user(),
            identity.password(),
            gear.clock());
    List<HttpFront.Part> all = new ArrayList<>(others);
    all.add(this);
    this.plug =
        new TcpPlug(
            name(),
            identity.port(),
            new HttpFront(
                door, all, HikvisionCamera::unauthorized, asked -> refused(asked, "notSupport")));
  }

  @Override
  public Plug plug() {
    return plug;
  }

  public int port() {
    return plug.port();
  }

  @Override
  public int listeners() {
    return armed.size();
  }

  @Override
  public int waiting() {
    return armed.stream().mapToInt(EventStream::waiting).max().orElse(0);
  }

  private String name() {
    return identity.channels().values().stream().findFirst().orElse("port " + identity.port());
  }

  private int channel(Capture capture) {
    return identity.channels().entrySet().stream()
        .filter(channel -> channel.getValue().equals(capture.device()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(1);
  }

  @Override
  protected void tell(Capture capture, boolean history) {
    // Nobody arms in between: he would be told everything that is unheard, this one with it.
    synchronized (armed) {
      if (capture.history() && !history) {
        return;
      }
      Sending sending = new Sending(capture, capture.nextPost(), history);
      for (EventStream stream : armed) {
        if (!stream.offer(sending)) {
          LOG.log(System.Logger.Level.WARNING, "{0}: a client reads too slowly, dropped", name());
          plug.dropLines();
        }
      }
    }
  }

  @Override
  public Optional<HttpReply> answer(HttpRequest asked) {
    String path = asked.path().endsWith("/") ? asked.path().replaceAll("/+$", "") : asked.path();
    if (path.equals(STREAM) && asked.method().equals("GET")) {
      return Optional.of(new EventStream(new Source(), heartbeat.toMillis(), gear().mischief()));
    }
    if (path.equals(DEVICE_INFO) && asked.method().equals("GET")) {
      return Optional.of(HttpReply.of(200, "OK", XML, deviceInfo()));
    }
    boolean plates = path.startsWith(PLATES_BEGIN) && path.endsWith(PLATES_END);
    if (plates && asked.method().equals("POST")) {
      return Optional.of(plates(asked, path));
    }
    if (path.startsWith(PICTURES_BEGIN)
        && path.endsWith("01/picture")
        && asked.method().equals("GET")) {
      return Optional.of(
          still(path.substring(PICTURES_BEGIN.length(), path.length() - "01/picture".length()))
              .orElseGet(() -> refused(asked, "notSupport")));
    }
    if (path.equals(STREAM) || path.equals(DEVICE_INFO) || plates) {
      return Optional.of(
          status(asked, 405, "Method Not Allowed", 4, "Invalid Operation", "methodNotAllowed"));
    }
    return Optional.empty();
  }

  /** What it sees now; a camera that only works a barrier looks at its lane all the same. */
  private Optional<HttpReply> still(String channel) {
    String place =
        channel.matches("\\d{1,3}") ? identity.places().get(Integer.valueOf(channel)) : null;
    return place == null && !(identity.places().isEmpty() && channel.equals("1"))
        ? Optional.empty()
        : Optional.of(
            HttpReply.of(
                200,
                "OK",
                "Content-Type: image/jpeg\r\n",
                stillOf(
                    identity.channels().get(Integer.valueOf(channel)),
                    identity.number() * 16 + Integer.parseInt(channel),
                    place == null ? name() : place)));
  }

  private static HttpReply unauthorized(HttpRequest asked, String challenge) {
    return HttpReply.of(
        401,
        "Unauthorized",
        "WWW-Authenticate: " + challenge + "\r\nContent-Type: " + XML + "\r\n",
        AnprMessage.status(asked.target(), 4, "Invalid Operation", "unauthorized")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static HttpReply refused(HttpRequest asked, String sub) {
    return status(asked, 404, "Not Found", 4, "Invalid Operation", sub);
  }

  static HttpReply status(
      HttpRequest asked, int http, String httpWords, int code, String words, String sub) {
    return HttpReply.of(http, httpWords, XML, AnprMessage.status(asked.target(), code, words, sub));
  }

  private HttpReply plates(HttpRequest asked, String path) {
    String channel = path.substring(PLATES_BEGIN.length(), path.length() - PLATES_END.length());
    String body = asked.bodyText();
    int from = body.indexOf("<picTime>");
    int to = body.indexOf("</picTime>");
    Optional<String> after =
        from < 0 || to < from ? Optional.empty() : cursor(body.substring(from + 9, to).trim());
    if (after.isEmpty()) {
      return status(asked, 400, "Bad Request", 6, "Invalid XML Content", "badXmlContent");
    }
    List<Capture> found =
        remembered(
                capture ->
                    String.valueOf(channel(capture)).equals(channel)
                        && capture.picName().compareTo(after.get()) > 0)
            .stream()
            .sorted(Comparator.comparing(Capture::picName))
            .limit(PLATES_AN_ANSWER)
            .toList();
    gear().truth().note("back-fill", name(), "after", after.get(), "plates", found.size());
    return HttpReply.of(
        200,
        "OK",
        XML,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Plates version=\"2.0\" xmlns=\""
            + firmware.namespace()
            + "\">\n"
            + found.stream()
                .map(capture -> AnprMessage.plateEntry(capture, channel(capture)))
                .collect(Collectors.joining())
            + "</Plates>\n");
  }

  /** A cursor is a picName, its beginning, or a time with or without an offset. */
  private static Optional<String> cursor(String picTime) {
    if (picTime.matches("\\d{1,19}")) {
      return Optional.of(picTime);
    }
    for (String pattern :
        List.of("yyyyMMdd'T'HHmmss[SSS][XX][X]", "yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX]")) {
      try {
        var time =
            DateTimeFormatter.ofPattern(pattern)
                .parseBest(picTime, ZonedDateTime::from, LocalDateTime::from);
        ZonedDateTime local =
            time instanceof ZonedDateTime zoned
                ? zoned.withZoneSameInstant(Capture.CHINA)
                : ((LocalDateTime) time).atZone(Capture.CHINA);
        return Optional.of(DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").format(local) + "99");
      } catch (DateTimeParseException next) {
        LOG.log(System.Logger.Level.DEBUG, "{0} is not {1}", picTime, pattern);
      }
    }
    return Optional.empty();
  }

  private final class Source implements EventStream.Source {

    private int beats;

    @Override
    public byte[] head() {
      return ("HTTP/1.1 200 OK\r\nMIME-Version: 1.0\r\nConnection: close\r\n"
              + "Content-Type: multipart/mixed; boundary="
              + firmware.boundary()
              + "\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] heartbeat() {
      beats++;
      return parts.heartbeat(
          AnprMessage.heartbeat(speaker, clock().instant().atZone(Capture.CHINA), beats));
    }

    @Override
    public byte[] message(Sending sending, boolean lying) {
      Capture capture = sending.capture();
      int channel = channel(capture);
      var shot = shot(capture, identity.number() * 16 + channel, identity.places().get(channel));
      String xml =
          AnprMessage.anpr(
              speaker, capture, channel, sending.post(), sending.retransmission(), shot.plateBox());
      return parts.event(xml, shot.plate(), shot.scene(), lying);
    }

    @Override
    public void begun(EventStream stream) {
      synchronized (armed) {
        // With others listening everything has been told; the first one gets what nobody heard.
        if (armed.isEmpty()) {
          for (Capture capture : remembered(each -> !each.delivered())) {
            capture.markHistory();
            if (stream.offer(new Sending(capture, capture.nextPost(), true))) {
              noteHistory(capture);
            }
          }
        }
        armed.add(stream);
      }
      gear().truth().note("stream-armed", name(), "listeners", listeners());
    }

    @Override
    public void ended(EventStream stream) {
      armed.remove(stream);
      gear()
          .truth()
          .note("stream-gone", name(), "listeners", listeners(), "unsent", stream.waiting());
    }
  }

  private String deviceInfo() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <DeviceInfo version="2.0" xmlns="%s">
        <deviceName>%s</deviceName>
        <deviceID>%s</deviceID>
        <model>iDS-TCG2A5-B/I</model>
        <serialNumber>iDS-TCG2A5-B/I20230601AACH%d</serialNumber>
        <macAddress>%s</macAddress>
        <firmwareVersion>V5.2.3</firmwareVersion>
        <firmwareReleasedDate>build 230601</firmwareReleasedDate>
        <deviceType>IPCamera</deviceType>
        </DeviceInfo>
        """
        .formatted(firmware.namespace(), name(), speaker.name(), identity.port(), speaker.mac());
  }
}
