package cn.ecogate.simulator.dahua;

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
import cn.ecogate.simulator.picture.Studio;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Dahua camera with plate recognition behind one address: digest, the two endless streams, and
 * the barriers on its strobe output. It keeps nothing for those who were not there.
 */
public final class DahuaCamera extends PlateCamera implements HttpFront.Part {

  private static final System.Logger LOG = System.getLogger(DahuaCamera.class.getName());
  private static final String BOUNDARY = "myboundary";
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final int SLOWEST_BEAT = 60;
  private static final int LIE = 25;

  /**
   * Who the camera is.
   *
   * @param devices by channel, the device's id
   * @param places by channel, the name of the lane
   * @param wallTime whether its UTC is the local wall time taken for one
   */
  public record Identity(
      int number,
      String user,
      String password,
      Map<Integer, String> devices,
      Map<Integer, String> places,
      boolean wallTime,
      int port) {}

  private final Identity identity;
  private final TcpPlug plug;
  private final List<EventStream> armed = new CopyOnWriteArrayList<>();

  public DahuaCamera(Identity identity, Gear gear, List<DahuaGate> gates) {
    super(gear, (int) (gear.clock().instant().getEpochSecond() % 100_000_000));
    this.identity = identity;
    DigestDoor door =
        new DigestDoor(
            "Login to 5b1d0c00ff4e" + String.format("%04x", identity.port()),
            identity.user(),
            identity.password(),
            gear.clock());
    List<HttpFront.Part> parts = new ArrayList<>(gates);
    parts.add(this);
    this.plug =
        new TcpPlug(
            name(),
            identity.port(),
            new HttpFront(door, parts, DahuaCamera::unauthorized, DahuaCamera::unknown));
  }

  private static HttpReply unauthorized(HttpRequest asked, String challenge) {
    return HttpReply.of(
        401, "Unauthorized", "WWW-Authenticate: " + challenge + "\r\n", new byte[0]);
  }

  private static HttpReply unknown(HttpRequest asked) {
    return HttpReply.of(501, "Not Implemented", TEXT, "Error\r\nNot Implemented!\r\n");
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

  @Override
  public boolean keepsHistory() {
    return false;
  }

  @Override
  protected String eventId(Capture capture) {
    return String.valueOf(capture.serial());
  }

  private String name() {
    return identity.devices().values().stream().findFirst().orElse("port " + identity.port());
  }

  @Override
  protected void tell(Capture capture, boolean history) {
    for (EventStream stream : armed) {
      if (!stream.offer(new Sending(capture, capture.nextPost(), history))) {
        LOG.log(System.Logger.Level.WARNING, "{0}: a client reads too slowly, dropped", name());
        plug.dropLines();
      }
    }
  }

  @Override
  public Optional<HttpReply> answer(HttpRequest asked) {
    if (!asked.method().equals("GET")) {
      return Optional.empty();
    }
    String action = asked.parameter("action");
    return switch (asked.path()) {
      case "/cgi-bin/snapManager.cgi" ->
          Optional.of(
              action.equals("attachFileProc") && wanted(asked.parameter("Events"))
                  ? stream(asked, new Snapshots(channel(asked)))
                  : badRequest());
      case "/cgi-bin/eventManager.cgi" ->
          Optional.of(
              action.equals("attach") && wanted(asked.parameter("codes"))
                  ? stream(asked, new Pulses(channel(asked)))
                  : badRequest());
      case "/cgi-bin/magicBox.cgi" ->
          action.equals("getDeviceType")
              ? Optional.of(HttpReply.of(200, "OK", TEXT, "type=DHI-ITC215-PW6M-IRLZF\r\n"))
              : Optional.of(badRequest());
      case "/cgi-bin/snapshot.cgi" -> Optional.of(still(Math.max(1, channel(asked))));
      default -> Optional.empty();
    };
  }

  private HttpReply still(int channel) {
    if (!identity.places().containsKey(channel)) {
      return badRequest();
    }
    byte[] picture =
        stillOf(
            identity.devices().get(channel),
            identity.number() * 16 + channel,
            identity.places().get(channel));
    return HttpReply.of(200, "OK", "Content-Type: image/jpeg\r\n", picture);
  }

  private static boolean wanted(String codes) {
    return codes.contains("TrafficJunction") || codes.equals("[All]");
  }

  private static HttpReply badRequest() {
    return HttpReply.of(400, "Bad Request", TEXT, "Error\r\nBad Request!\r\n");
  }

  private HttpReply stream(HttpRequest asked, EventStream.Source source) {
    String beat = asked.parameter("heartbeat");
    int seconds =
        beat.matches("\\d{1,2}")
            ? Math.max(1, Math.min(SLOWEST_BEAT, Integer.parseInt(beat)))
            : SLOWEST_BEAT;
    return new EventStream(source, seconds * 1_000L, gear().mischief());
  }

  private static int channel(HttpRequest asked) {
    String channel = asked.parameter("channel");
    return channel.matches("\\d{1,3}") ? Integer.parseInt(channel) : 0;
  }

  private int channel(Capture capture) {
    return identity.devices().entrySet().stream()
        .filter(entry -> entry.getValue().equals(capture.device()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(1);
  }

  private long utc(Capture capture) {
    return identity.wallTime()
        ? capture.local().toLocalDateTime().toEpochSecond(ZoneOffset.UTC)
        : capture.at().getEpochSecond();
  }

  private abstract class Source implements EventStream.Source {

    private final int only;

    Source(int only) {
      this.only = only;
    }

    /** Nothing for a client that asked for another channel. */
    boolean heard(Sending sending) {
      return only == 0 || only == channel(sending.capture());
    }

    @Override
    public byte[] head() {
      return ("HTTP/1.1 200 OK\r\nServer: Device/1.0\r\nConnection: Close\r\n"
              + "Cache-Control: no-cache, no-store\r\n"
              + "Content-Type: multipart/x-mixed-replace; boundary="
              + BOUNDARY
              + "\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] heartbeat() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      text(all, "Heartbeat\r\n", 11);
      return all.toByteArray();
    }

    @Override
    public void begun(EventStream stream) {
      armed.add(stream);
      gear().truth().note("stream-armed", name(), "listeners", listeners());
    }

    @Override
    public void ended(EventStream stream) {
      armed.remove(stream);
      gear()
          .truth()
          .note("stream-gone", name(), "listeners", listeners(), "unsent", stream.waiting());
    }

    void text(ByteArrayOutputStream all, String text, int length) {
      part(all, "text/plain", text.getBytes(StandardCharsets.UTF_8), length);
    }

    void part(ByteArrayOutputStream all, String type, byte[] body, int length) {
      all.writeBytes(
          ("--"
                  + BOUNDARY
                  + "\r\nContent-Type: "
                  + type
                  + "\r\nContent-Length:"
                  + length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      all.writeBytes(body);
      all.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Texts with photos; every other firmware sends a group: the scene, then the plate. */
  private final class Snapshots extends Source {

    Snapshots(int only) {
      super(only);
    }

    @Override
    public byte[] message(Sending sending, boolean lying) {
      ByteArrayOutputStream all = new ByteArrayOutputStream(200_000);
      if (heard(sending)) {
        Capture capture = sending.capture();
        int channel = channel(capture);
        Studio.Shot shot =
            shot(capture, identity.number() * 16 + channel, identity.places().get(channel));
        byte[][] photos =
            identity.number() % 2 == 0
                ? new byte[][] {shot.scene()}
                : new byte[][] {shot.scene(), shot.plate()};
        for (int i = 0; i < photos.length; i++) {
          String text = DahuaWords.keyValues(capture, channel, utc(capture), i + 1, photos.length);
          int length = text.getBytes(StandardCharsets.UTF_8).length;
          text(all, text, lying ? length - LIE : length);
          part(all, "image/jpeg", photos[i], photos[i].length);
        }
      }
      return all.toByteArray();
    }
  }

  /** Events without photos; every other text claims to have no length at all. */
  private final class Pulses extends Source {

    private int told;

    Pulses(int only) {
      super(only);
    }

    @Override
    public byte[] message(Sending sending, boolean lying) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      if (heard(sending)) {
        told++;
        Capture capture = sending.capture();
        String text = DahuaWords.pulse(capture, channel(capture), utc(capture));
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        text(all, text, told % 2 == 0 ? 0 : lying ? length - LIE : length);
      }
      return all.toByteArray();
    }
  }
}
