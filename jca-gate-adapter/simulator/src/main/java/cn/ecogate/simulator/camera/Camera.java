package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.camera.AlertStream.Sending;
import cn.ecogate.simulator.line.Line;
import cn.ecogate.simulator.line.Plug;
import cn.ecogate.simulator.line.TcpPlug;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.truth.TruthLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Hikvision camera with plate recognition behind one address: digest, alert stream, back-fill,
 * and a memory of what nobody was there to hear.
 */
public final class Camera implements Plug.Talk {

  private static final System.Logger LOG = System.getLogger(Camera.class.getName());
  private static final String STREAM = "/ISAPI/Event/notification/alertStream";
  private static final String DEVICE_INFO = "/ISAPI/System/deviceInfo";
  private static final String PLATES_BEGIN = "/ISAPI/Traffic/channels/";
  private static final String PLATES_END = "/vehicleDetect/plates";
  private static final String XML = "application/xml; charset=\"UTF-8\"";

  /** As much as the card of such a camera holds. */
  private static final int MEMORY = 9_000;

  private static final int PLATES_AN_ANSWER = 200;
  private static final int PICTURES_KEPT = 6;
  private static final List<AlertStream.Firmware> FIRMWARES =
      List.of(
          new AlertStream.Firmware("http://www.isapi.org/ver20/XMLSchema", "boundary", true),
          new AlertStream.Firmware(
              "http://www.hikvision.com/ver20/XMLSchema",
              "---------------------------7e13971310878",
              false));

  /** Who the camera is: by channel, the device's id and the name of the lane it looks at. */
  public record Identity(
      int number,
      String user,
      String password,
      Map<Integer, String> channels,
      Map<Integer, String> places,
      int port) {}

  /** What a vehicle was told to be seen as. */
  public record Order(Subject subject, int channel, int repeats, String kind, boolean history) {}

  private final Identity identity;
  private final AlertStream.Firmware firmware;
  private final AnprMessage.Speaker speaker;
  private final DigestDoor door;
  private final Clock clock;
  private final Studio studio;
  private final TruthLog truth;
  private final ScheduledExecutorService timers;
  private final Duration heartbeat;
  private final Random random;
  private final TcpPlug plug;
  private final List<AlertStream> armed = new CopyOnWriteArrayList<>();
  private final Deque<Capture> memory = new ArrayDeque<>();
  private final Map<String, Studio.Shot> shots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Studio.Shot> eldest) {
          return size() > PICTURES_KEPT;
        }
      };
  private int serial;

  public Camera(
      Identity identity,
      Duration heartbeat,
      Clock clock,
      Studio studio,
      TruthLog truth,
      ScheduledExecutorService timers,
      long seed) {
    this.identity = identity;
    this.heartbeat = heartbeat;
    this.clock = clock;
    this.studio = studio;
    this.truth = truth;
    this.timers = timers;
    this.random = new Random(seed);
    this.firmware = FIRMWARES.get(identity.number() % FIRMWARES.size());
    String tail = String.format("%02x:%02x", identity.port() >> 8 & 0xFF, identity.port() & 0xFF);
    this.speaker =
        new AnprMessage.Speaker(
            firmware.namespace(), "44:a6:42:f3:" + tail, "SIM" + identity.port(), identity.port());
    this.door =
        new DigestDoor(
            "IP Camera(" + tail.replace(":", "").toUpperCase(java.util.Locale.ROOT) + ")",
            identity.user(),
            identity.password(),
            clock);
    this.plug = new TcpPlug(name(), identity.port(), this);
  }

  public Plug plug() {
    return plug;
  }

  public int port() {
    return plug.port();
  }

  public boolean listened() {
    return !armed.isEmpty();
  }

  /** How many clients hold the stream open. */
  public int armed() {
    return armed.size();
  }

  private String name() {
    return identity.channels().values().iterator().next();
  }

  /** Sees a vehicle now; returns the event's UUID. */
  public String see(Order order) {
    return see(order, clock.instant());
  }

  /** Sees a vehicle at a time of the caller's choice; history is told as re-sent. */
  public String see(Order order, Instant at) {
    Capture capture;
    synchronized (memory) {
      serial++;
      int confidence =
          order.subject().reading() == Subject.Reading.READ ? 88 + random.nextInt(12) : 0;
      String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
      capture = new Capture(uuid, at, serial, order.channel(), confidence, order.subject());
      if (order.history()) {
        capture.markHistory();
      }
      memory.addLast(capture);
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
    }
    truth.noteAt(
        clock.instant(),
        "plate-seen",
        identity.channels().get(order.channel()),
        "event",
        capture.uuid(),
        "picName",
        capture.picName(),
        "deviceTime",
        at.toString(),
        "plate",
        order.subject().plate(),
        "color",
        order.subject().color().name(),
        "reading",
        order.subject().reading().name(),
        "type",
        order.subject().type(),
        "kind",
        order.kind(),
        "repeats",
        order.history() ? 0 : order.repeats(),
        "history",
        order.history(),
        "listeners",
        armed());
    tell(capture, order.history());
    for (int i = 1; i <= order.repeats() && !order.history(); i++) {
      timers.schedule(() -> repeat(capture), i, TimeUnit.SECONDS);
    }
    return capture.uuid();
  }

  /** Says the last event once more; false if there was none. */
  public boolean repeatLast() {
    Capture last;
    synchronized (memory) {
      last = memory.peekLast();
    }
    if (last != null) {
      tell(last, false);
    }
    return last != null;
  }

  private void repeat(Capture capture) {
    // What went out as history does not become news again.
    if (!capture.history()) {
      tell(capture, false);
    }
  }

  private void tell(Capture capture, boolean retransmission) {
    Sending sending = new Sending(capture, capture.nextPost(), retransmission);
    for (AlertStream stream : armed) {
      if (!stream.offer(sending)) {
        LOG.log(System.Logger.Level.WARNING, "{0}: a client reads too slowly, dropped", name());
        plug.dropLines();
      }
    }
  }

  @Override
  public void hold(Line line) throws IOException {
    Optional<HttpRequest> request = HttpRequest.from(line);
    while (request.isPresent()) {
      HttpRequest asked = request.get();
      DigestDoor.Answer answer =
          door.ask(asked.method(), asked.target(), asked.header("authorization"));
      if (!answer.admitted()) {
        line.write(
            response(
                401,
                "Unauthorized",
                "WWW-Authenticate: " + answer.challenge() + "\r\n",
                AnprMessage.status(asked.target(), 4, "Invalid Operation", "unauthorized")));
      } else if (asked.path().equals(STREAM) && asked.method().equals("GET")) {
        stream(line);
        return;
      } else {
        line.write(serve(asked));
      }
      if (!asked.keepsAlive()) {
        return;
      }
      request = HttpRequest.from(line);
    }
  }

  private byte[] serve(HttpRequest asked) {
    String path = asked.path().endsWith("/") ? asked.path().replaceAll("/+$", "") : asked.path();
    if (path.equals(DEVICE_INFO) && asked.method().equals("GET")) {
      return response(200, "OK", "", deviceInfo());
    }
    if (path.startsWith(PLATES_BEGIN)
        && path.endsWith(PLATES_END)
        && asked.method().equals("POST")) {
      return plates(asked, path);
    }
    if (path.equals(STREAM) || path.equals(DEVICE_INFO) || path.endsWith(PLATES_END)) {
      return response(
          405,
          "Method Not Allowed",
          "",
          AnprMessage.status(asked.target(), 4, "Invalid Operation", "methodNotAllowed"));
    }
    return response(
        404,
        "Not Found",
        "",
        AnprMessage.status(asked.target(), 4, "Invalid Operation", "notSupport"));
  }

  private byte[] plates(HttpRequest asked, String path) {
    String channel = path.substring(PLATES_BEGIN.length(), path.length() - PLATES_END.length());
    String body = asked.bodyText();
    int from = body.indexOf("<picTime>");
    int to = body.indexOf("</picTime>");
    Optional<String> after =
        from < 0 || to < from ? Optional.empty() : cursor(body.substring(from + 9, to).trim());
    if (after.isEmpty()) {
      return response(
          400,
          "Bad Request",
          "",
          AnprMessage.status(asked.target(), 6, "Invalid XML Content", "badXmlContent"));
    }
    List<Capture> found;
    synchronized (memory) {
      found =
          memory.stream()
              .filter(capture -> String.valueOf(capture.channel()).equals(channel))
              .filter(capture -> capture.picName().compareTo(after.get()) > 0)
              .sorted(java.util.Comparator.comparing(Capture::picName))
              .limit(PLATES_AN_ANSWER)
              .toList();
    }
    truth.note("back-fill", name(), "after", after.get(), "plates", found.size());
    return response(
        200,
        "OK",
        "",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Plates version=\"2.0\" xmlns=\""
            + firmware.namespace()
            + "\">\n"
            + found.stream().map(AnprMessage::plateEntry).collect(Collectors.joining())
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
                .parseBest(picTime, ZonedDateTime::from, java.time.LocalDateTime::from);
        ZonedDateTime local =
            time instanceof ZonedDateTime zoned
                ? zoned.withZoneSameInstant(Capture.CHINA)
                : ((java.time.LocalDateTime) time).atZone(Capture.CHINA);
        return Optional.of(DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").format(local) + "99");
      } catch (DateTimeParseException next) {
        LOG.log(System.Logger.Level.DEBUG, "{0} is not {1}", picTime, pattern);
      }
    }
    return Optional.empty();
  }

  private void stream(Line line) throws IOException {
    AlertStream stream = new AlertStream(line, firmware, new Source(), heartbeat.toMillis());
    synchronized (memory) {
      boolean first = armed.isEmpty();
      // With others listening everything has been told; the first one gets what nobody heard.
      if (first) {
        memory.stream()
            .filter(capture -> !capture.delivered())
            .filter(
                capture -> {
                  capture.markHistory();
                  return stream.offer(new Sending(capture, capture.nextPost(), true));
                })
            .forEach(
                capture ->
                    truth.note(
                        "history-sent",
                        identity.channels().get(capture.channel()),
                        "event",
                        capture.uuid(),
                        "plate",
                        capture.subject().plate()));
      }
      armed.add(stream);
    }
    truth.note("stream-armed", name(), "listeners", armed());
    try {
      stream.run();
    } finally {
      armed.remove(stream);
      truth.note("stream-gone", name(), "listeners", armed(), "unsent", stream.unsent().size());
    }
  }

  private final class Source implements AlertStream.Source {

    private int beats;

    @Override
    public String xml(Sending sending) {
      return AnprMessage.anpr(
          speaker,
          sending.capture(),
          sending.post(),
          sending.retransmission(),
          shot(sending.capture()).plateBox());
    }

    @Override
    public byte[] scene(Capture capture) {
      return shot(capture).scene();
    }

    @Override
    public byte[] plate(Capture capture) {
      return shot(capture).plate();
    }

    @Override
    public String heartbeat() {
      beats++;
      return AnprMessage.heartbeat(speaker, clock.instant().atZone(Capture.CHINA), beats);
    }

    @Override
    public void sent(Sending sending) {
      sending.capture().markDelivered();
    }
  }

  /** The same capture always gives the same bytes, also when it has to be drawn again. */
  private Studio.Shot shot(Capture capture) {
    synchronized (shots) {
      return shots.computeIfAbsent(
          capture.uuid(),
          uuid ->
              studio.shoot(
                  capture.subject(),
                  new Studio.Place(
                      identity.number() * 16 + capture.channel(),
                      identity.places().get(capture.channel()),
                      capture.local())));
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

  private static byte[] response(int code, String words, String extra, String xml) {
    byte[] body = xml.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 "
                + code
                + " "
                + words
                + "\r\n"
                + extra
                + "Content-Type: "
                + XML
                + "\r\nContent-Length: "
                + body.length
                + "\r\nConnection: keep-alive\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
