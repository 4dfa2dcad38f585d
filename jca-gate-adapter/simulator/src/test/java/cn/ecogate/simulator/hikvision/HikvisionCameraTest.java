package cn.ecogate.simulator.hikvision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.simulator.camera.DigestDoor;
import cn.ecogate.simulator.camera.Gear;
import cn.ecogate.simulator.camera.Order;
import cn.ecogate.simulator.camera.RawClient;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.picture.PlateColor;
import cn.ecogate.simulator.picture.Studio;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.picture.Subject.Reading;
import cn.ecogate.simulator.truth.TruthLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A camera speaks ISAPI to a client on a bare socket")
class HikvisionCameraTest {

  private static final String STREAM = "/ISAPI/Event/notification/alertStream";
  private static final String PLATES = "/ISAPI/Traffic/channels/1/vehicleDetect/plates";
  private static final String BOUNDARY = "boundary";
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

  // Fonts are looked up once.
  private static final Studio STUDIO = new Studio(OptionalDouble.empty());

  @TempDir private Path folder;
  private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
  private final SettableClock clock = new SettableClock(NOON);
  private final Mischief mischief = new Mischief();
  private TruthLog truth;
  private HikvisionCamera camera;

  @BeforeEach
  void plugIn() throws IOException {
    truth = new TruthLog(folder, clock);
    camera = camera(0);
    camera.plug().plugIn();
  }

  @AfterEach
  void pull() throws IOException {
    camera.plug().pull();
    timers.shutdownNow();
    truth.close();
  }

  @Test
  @DisplayName("nobody comes in without the password")
  void asksForThePassword() throws IOException {
    try (RawClient wrong = client("guess")) {
      assertThat(wrong.askBare("GET", STREAM, "").status()).isEqualTo(401);
      RawClient.Answer answer = wrong.ask("GET", STREAM, "");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers().get("www-authenticate")).contains("stale=\"FALSE\"");
    }
  }

  @Test
  @DisplayName("an old nonce and a replay are told to be stale, and a fresh one is taken")
  void nonceGrowsStale() throws IOException {
    try (RawClient client = admitted()) {
      assertThat(client.ask("GET", "/ISAPI/System/deviceInfo", "").status()).isEqualTo(200);
      client.forgetCount();
      RawClient.Answer replay = client.ask("GET", "/ISAPI/System/deviceInfo", "");
      assertThat(replay.status()).isEqualTo(401);
      assertThat(replay.headers().get("www-authenticate")).contains("stale=\"TRUE\"");
      clock.advance(DigestDoor.NONCE_LIFE.plusSeconds(1));
      assertThat(client.ask("GET", "/ISAPI/System/deviceInfo", "").headers())
          .hasEntrySatisfying(
              "www-authenticate", told -> assertThat(told).contains("stale=\"TRUE\""));
      assertThat(client.ask("GET", "/ISAPI/System/deviceInfo", "").body())
          .contains("<deviceType>IPCamera</deviceType>");
    }
  }

  @Test
  @DisplayName("unknown paths are 404, known ones with the wrong verb 405")
  void knowsItsPaths() throws IOException {
    try (RawClient client = admitted()) {
      assertThat(client.ask("GET", "/ISAPI/Event/alertStream", "").status()).isEqualTo(404);
      assertThat(client.ask("POST", STREAM, "x").status()).isEqualTo(405);
      assertThat(client.ask("GET", PLATES, "").status()).isEqualTo(405);
    }
  }

  @Test
  @DisplayName("an event is one XML part and two JPEGs, colour before the plate")
  void streamsAnEvent() throws IOException {
    try (RawClient client = armed()) {
      String uuid = camera.see(order(truck("云A6K218", PlateColor.YELLOW), 0, false));
      String xml = client.nextEvent(BOUNDARY).text();
      assertThat(xml)
          .contains("<UUID>" + uuid + "</UUID>")
          .contains("<licensePlate>黄云A6K218</licensePlate>")
          .contains("<plateColor>yellow</plateColor>")
          .contains("<dateTime>2026-11-21T12:00:00.000+08:00</dateTime>")
          .contains("<vehicleTypeByGAT>H10</vehicleTypeByGAT>")
          .doesNotContain("isDataRetransmission");
      RawClient.Part plate = client.nextPart(BOUNDARY);
      RawClient.Part scene = client.nextPart(BOUNDARY);
      assertThat(plate.headers().get("content-disposition"))
          .contains("filename=\"licensePlatePicture.jpg\"");
      assertThat(scene.headers().get("content-disposition"))
          .contains("filename=\"detectionPicture.jpg\"");
      assertThat(ImageIO.read(new ByteArrayInputStream(scene.body())).getWidth()).isEqualTo(1280);
      assertThat(ImageIO.read(new ByteArrayInputStream(plate.body())).getHeight()).isEqualTo(220);
    }
  }

  @Test
  @DisplayName("new energy plates, unread and missing ones have their own words")
  void wordsForEveryPlate() throws IOException {
    try (RawClient client = armed()) {
      camera.see(order(truck("云A02816D", PlateColor.YELLOW_GREEN), 0, false));
      camera.see(
          order(new Subject("云A1", PlateColor.BLUE, Reading.UNREAD, "H11", false, 1), 0, false));
      camera.see(
          order(new Subject("", PlateColor.OTHER, Reading.NO_PLATE, "H11", false, 1), 0, false));
      assertThat(client.nextEvent(BOUNDARY).text())
          .contains("<licensePlate>黄绿云A02816D</licensePlate>")
          .contains("<plateColor>newEnergyYellowGreen</plateColor>");
      assertThat(client.nextEvent(BOUNDARY).text())
          .contains("<licensePlate>unknown</licensePlate>")
          .contains("<plateColor>unknown</plateColor>");
      assertThat(client.nextEvent(BOUNDARY).text())
          .contains("<licensePlate>noPlate</licensePlate>");
    }
  }

  @Test
  @DisplayName("an active event comes again with the same UUID and the same pictures")
  void repeatsAnActiveEvent() throws IOException {
    try (RawClient client = armed()) {
      String uuid = camera.see(order(truck("云A6K218", PlateColor.YELLOW), 1, false));
      assertThat(client.nextEvent(BOUNDARY).text()).contains("<activePostCount>1<");
      byte[] first = client.nextPart(BOUNDARY, "image/jpeg").body();
      assertThat(client.nextEvent(BOUNDARY).text()).contains(uuid).contains("<activePostCount>2<");
      assertThat(client.nextPart(BOUNDARY, "image/jpeg").body()).isEqualTo(first);
    }
  }

  @Test
  @DisplayName("every client hears every event")
  void severalClients() throws IOException {
    try (RawClient one = armed();
        RawClient two = armed()) {
      until(() -> camera.listeners() == 2);
      String uuid = camera.see(order(truck("云A6K218", PlateColor.YELLOW), 0, false));
      assertThat(one.nextEvent(BOUNDARY).text()).contains(uuid);
      assertThat(two.nextEvent(BOUNDARY).text()).contains(uuid);
    }
  }

  @Test
  @DisplayName("what nobody heard is told as history to the next who arms, once")
  void historyAfterAnOutage() throws IOException {
    armed().close();
    until(() -> camera.listeners() == 0);
    String missed = camera.see(order(truck("云A6K218", PlateColor.YELLOW), 2, false));
    try (RawClient client = armed()) {
      assertThat(client.nextEvent(BOUNDARY).text())
          .contains(missed)
          .contains("<isDataRetransmission>true</isDataRetransmission>")
          .contains("<alarmDataType>1</alarmDataType>");
      client.nextPart(BOUNDARY, "image/jpeg");
      String next = camera.see(order(truck("云F90136", PlateColor.YELLOW), 0, false));
      assertThat(client.nextEvent(BOUNDARY).text()).contains(next).doesNotContain(missed);
    }
    assertThat(Files.readString(truth.file())).contains("\"history-sent\"").contains(missed);
  }

  @Test
  @DisplayName("heartbeats come by themselves, with and without a length")
  void heartbeats() throws IOException {
    try (RawClient client = armed()) {
      for (int i = 1; i <= 3; i++) {
        assertThat(client.nextPart(BOUNDARY, "application/xml").text())
            .contains("<eventType>videoloss<")
            .contains("<eventState>inactive<")
            .contains("<activePostCount>" + i + "<");
      }
    }
    HikvisionCamera other = camera(1);
    other.plug().plugIn();
    try (RawClient client = new RawClient(other.port(), "admin", "demo-1")) {
      client.askBare("GET", STREAM, "");
      String type = client.ask("GET", STREAM, "").headers().get("content-type");
      String boundary = type.substring(type.indexOf("boundary=") + 9);
      assertThat(boundary).startsWith("--");
      assertThat(client.nextPart(boundary).headers()).doesNotContainKey("content-length");
    } finally {
      other.plug().pull();
    }
  }

  @Test
  @DisplayName("back-fill gives the plates after the cursor, which no double could hold")
  void backFill() throws IOException {
    camera.see(order(truck("云A6K218", PlateColor.YELLOW), 0, false));
    clock.advance(Duration.ofSeconds(1));
    camera.see(order(truck("云F90136", PlateColor.YELLOW), 0, false));
    try (RawClient client = admitted()) {
      String all = plates(client, "2026");
      assertThat(all).contains("黄云A6K218").contains("黄云F90136");
      String cursor = all.replaceAll("(?s).*?<picName>(\\d+)</picName>.*", "$1");
      assertThat(cursor).isEqualTo("2026112112000000001");
      assertThat(Long.parseLong(cursor)).isGreaterThan(1L << 53);
      assertThat(plates(client, cursor)).doesNotContain("云A6K218").contains("云F90136");
      assertThat(plates(client, "2026-11-21T04:00:00Z"))
          .doesNotContain("云A6K218")
          .contains("云F90136");
      assertThat(plates(client, "20261121T120001+0800")).doesNotContain("云F90136");
      assertThat(client.ask("POST", PLATES, "<AfterTime/>").status()).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("a pulled plug hangs up and refuses; put back, the port is the same")
  void pulledAndPutBack() throws IOException {
    int port = camera.port();
    try (RawClient client = armed()) {
      camera.plug().pull();
      assertThat(camera.plug().plugged()).isFalse();
      assertThat(catchEnd(client)).isTrue();
      until(() -> camera.listeners() == 0);
    }
    camera.plug().plugIn();
    assertThat(camera.port()).isEqualTo(port);
    armed().close();
  }

  @Test
  @DisplayName("told to, it cuts an event in the middle and tells it again as history")
  void cutsAnEvent() throws IOException {
    mischief.order(Mischief.Fault.CUT, 1);
    String uuid;
    try (RawClient client = armed()) {
      uuid = camera.see(order(truck("云A6K218", PlateColor.YELLOW), 0, false));
      assertThat(client.nextEvent(BOUNDARY).text()).contains(uuid);
      assertThatThrownBy(
              () -> {
                while (true) {
                  client.nextPart(BOUNDARY);
                }
              })
          .isInstanceOf(IOException.class);
    }
    until(() -> camera.listeners() == 0);
    try (RawClient client = armed()) {
      assertThat(client.nextEvent(BOUNDARY).text())
          .contains(uuid)
          .contains("<isDataRetransmission>true<");
    }
  }

  @Test
  @DisplayName("told to, it says an event twice, lies about a length, has its clock wild")
  void otherMischief() throws IOException {
    try (RawClient client = armed()) {
      mischief.order(Mischief.Fault.DOUBLE, 1);
      String uuid = camera.see(order(truck("云A6K218", PlateColor.YELLOW), 0, false));
      assertThat(client.nextEvent(BOUNDARY).text()).contains(uuid);
      client.nextPart(BOUNDARY, "image/jpeg");
      assertThat(client.nextEvent(BOUNDARY).text()).contains(uuid);
      mischief.skew(Duration.ofDays(3_000));
      camera.see(order(truck("云F90136", PlateColor.YELLOW), 0, false));
      assertThat(client.nextEvent(BOUNDARY).text()).contains("<dateTime>2035-");
      mischief.order(Mischief.Fault.LIE, 1);
      camera.see(order(truck("云F90136", PlateColor.YELLOW), 0, false));
      assertThat(client.nextEvent(BOUNDARY).text()).doesNotContain("</EventNotificationAlert>");
    }
  }

  private static boolean catchEnd(RawClient client) {
    try {
      client.nextEvent(BOUNDARY);
      return false;
    } catch (IOException ended) {
      return true;
    }
  }

  private static String plates(RawClient client, String cursor) throws IOException {
    RawClient.Answer answer =
        client.ask("POST", PLATES, "<AfterTime><picTime>" + cursor + "</picTime></AfterTime>");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private HikvisionCamera camera(int number) {
    return new HikvisionCamera(
        new HikvisionCamera.Identity(
            number, "admin", "demo-1", Map.of(1, "A-01-camera"), Map.of(1, "东门 1 号进厂道"), 0),
        Duration.ofMillis(200),
        new Gear(clock, STUDIO::shoot, truth, timers, mischief, 42),
        List.of());
  }

  private RawClient client(String password) throws IOException {
    return new RawClient(camera.port(), "admin", password);
  }

  private RawClient admitted() throws IOException {
    RawClient client = client("demo-1");
    assertThat(client.askBare("GET", "/", "").status()).isEqualTo(401);
    return client;
  }

  private RawClient armed() throws IOException {
    int before = camera.listeners();
    RawClient client = admitted();
    RawClient.Answer answer = client.ask("GET", STREAM, "");
    assertThat(answer.headers().get("content-type"))
        .isEqualTo("multipart/mixed; boundary=" + BOUNDARY);
    until(() -> camera.listeners() > before);
    return client;
  }

  private static Subject truck(String plate, PlateColor color) {
    return new Subject(plate, color, Reading.READ, "Q11", false, plate.hashCode());
  }

  private static Order order(Subject subject, int repeats, boolean history) {
    return new Order("A-01-camera", subject, repeats, "GOOD", history);
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static final class SettableClock extends Clock {

    private volatile Instant now;

    SettableClock(Instant now) {
      this.now = now;
    }

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
