package cn.ecogate.adapter.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.PlateSeen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The alert stream of a camera that misbehaves in every way known. */
class CameraStreamTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:30:05Z");
  private static final String HEARTBEAT =
      "<EventNotificationAlert><eventType>videoloss</eventType><eventState>inactive</eventState>"
          + "</EventNotificationAlert>";

  private final CountDownLatch over = new CountDownLatch(1);
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final Collected outlet = new Collected(1_000);
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.fixed(NOW, ZoneOffset.UTC), Quick.TIMINGS);

  @AfterEach
  void everyThreadEnds() throws Exception {
    over.countDown();
    switchboard.close(Duration.ofSeconds(5));
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  void vehicleArrivesWithItsPicturesAndTheTimeItsLastByteCame() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              send(socket, vehicle("U1", 2), jpeg("licensePlatePicture.jpg"), jpeg("b.jpg"));
              over.await();
            })) {
      install(camera, "", "");

      PlateSeen seen = outlet.plate();

      assertThat(seen.deviceId()).isEqualTo("A-01-camera");
      assertThat(seen.plate()).isEqualTo("苏A8HK52");
      assertThat(seen.pictures()).hasSize(2);
      assertThat(seen.receivedAt()).isEqualTo(NOW);
      assertThat(seen.late()).isFalse();
    }
  }

  @Test
  void digestIsAnsweredAndThePasswordNeverSent() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              challenge(socket, "nonce=\"n1\"");
              accepted(socket);
              send(socket, vehicle("U1", 0));
              over.await();
            })) {
      install(camera, "admin", "secret-1");
      outlet.plate();

      assertThat(requests.poll()).contains("GET /ISAPI/Event/notification/alertStream ");
      assertThat(requests.poll())
          .contains("Authorization: Digest username=\"admin\"")
          .contains("nonce=\"n1\"")
          .doesNotContain("secret-1");
    }
  }

  @Test
  void staleNonceIsNoWrongPassword() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              challenge(socket, "nonce=\"n1\"");
              challenge(socket, "nonce=\"n2\", stale=true");
              accepted(socket);
              send(socket, vehicle("U1", 0));
              over.await();
            })) {
      install(camera, "admin", "secret-1");

      outlet.plate();
      assertThat(camera.connections()).isEqualTo(1);
    }
  }

  @Test
  void wrongPasswordIsSaidInWordsAndTriedAgainLaterAndLater() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              challenge(socket, "nonce=\"n1\"");
              challenge(socket, "nonce=\"n2\"");
            })) {
      install(camera, "admin", "wrong");

      assertThat(outlet.healthIn(State.DOWN).complaint())
          .hasValueSatisfying(c -> assertThat(c).contains("核对站点文件中的 user 和 password"));
      for (int attempt = 0; attempt < 6; attempt++) {
        Collected.next(requests, r -> true);
      }
      assertThat(switchboard.health().get(0).state()).isEqualTo(State.DOWN);
      assertThat(switchboard.health().get(0).errors()).isGreaterThan(1);
    }
  }

  @Test
  void streamThatEndsIsTakenUpAgain() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              send(socket, vehicle("U" + n, 0));
              if (n >= 3) {
                over.await();
              }
            })) {
      install(camera, "", "");

      assertThat(outlet.plate().eventId()).isEqualTo("U1");
      assertThat(outlet.plate().eventId()).isEqualTo("U2");
      assertThat(outlet.plate().eventId()).isEqualTo("U3");
      assertThat(threads.started(StreamLink.class)).isEqualTo(1);
    }
  }

  @Test
  void vehicleWhosePicturesAreCutOffIsNotLost() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              if (n == 1) {
                send(socket, vehicle("U1", 2), jpeg("a.jpg"));
              } else {
                over.await();
              }
            })) {
      install(camera, "", "");

      assertThat(outlet.plate().pictures()).hasSize(1);
    }
  }

  @Test
  void vehicleIsNotLostWhenTheConnectionIsTornDown() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              if (n == 1) {
                send(socket, vehicle("U1", 2), jpeg("a.jpg"));
                // Closing with unread bytes and no linger sends a reset instead of an end.
                socket.setSoLinger(true, 0);
              } else {
                over.await();
              }
            })) {
      install(camera, "", "");

      assertThat(outlet.plate().eventId()).isEqualTo("U1");
    }
  }

  @Test
  void silentCameraIsGivenUpAndCalledAgain() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              send(socket, part("application/xml", HEARTBEAT));
              if (n == 2) {
                send(socket, vehicle("U2", 0));
              }
              over.await();
            })) {
      install(camera, "", "");

      assertThat(outlet.healthIn(State.DOWN).complaint())
          .hasValueSatisfying(c -> assertThat(c).contains("没有心跳"));
      assertThat(outlet.plate().eventId()).isEqualTo("U2");
    }
  }

  @Test
  void tricklingBytesAreNoHeartbeat() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              while (!over.await(50, TimeUnit.MILLISECONDS)) {
                socket.getOutputStream().write('x');
              }
            })) {
      install(camera, "", "");

      assertThat(outlet.healthIn(State.DOWN).complaint())
          .hasValueSatisfying(c -> assertThat(c).contains("没有心跳"));
    }
  }

  @Test
  void vehicleThatAnnouncesNoPicturesIsGivenAfterAPause() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              send(socket, vehicle("U1", -1), jpeg("a.jpg"));
              over.await();
            })) {
      install(camera, "", "");

      assertThat(outlet.plate().pictures()).hasSize(1);
    }
  }

  @Test
  void rubbishIsCountedAndKeptAndTheStreamGoesOn() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              send(
                  socket,
                  part("application/xml", "<oops"),
                  jpeg("of-nobody.jpg"),
                  vehicle("U1", 0));
              over.await();
            })) {
      install(camera, "", "");

      assertThat(outlet.plate().eventId()).isEqualTo("U1");
      assertThat(switchboard.health().get(0).errors()).isEqualTo(2);
      assertThat(switchboard.health().get(0).state()).isEqualTo(State.UP);
      assertThat(camera.connections()).isEqualTo(1);
    }
  }

  @Test
  void hostileLengthEndsTheConnectionNotTheLink() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              if (n == 1) {
                send(socket, "--b\r\nContent-Length: 4000000000\r\n\r\n".getBytes(UTF_8));
              } else {
                send(socket, vehicle("U2", 0));
              }
              over.await();
            })) {
      install(camera, "", "");

      assertThat(outlet.plate().eventId()).isEqualTo("U2");
    }
  }

  @Test
  void lostVideoIsAnAlarmUntilTheNextHeartbeat() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              send(socket, part("application/xml", HEARTBEAT.replace("inactive", "active")));
              seen.await();
              send(socket, part("application/xml", HEARTBEAT));
              over.await();
            })) {
      install(camera, "", "");

      assertThat(Collected.next(outlet.healths, h -> h.complaint().isPresent()).complaint())
          .hasValueSatisfying(c -> assertThat(c).contains("视频丢失"));
      seen.countDown();
      assertThat(Collected.next(outlet.healths, h -> h.complaint().isEmpty()).state())
          .isEqualTo(State.UP);
    }
  }

  @Test
  void fullQueueStopsTheReadingAndLosesNothing() throws Exception {
    Collected narrow = new Collected(1);
    PlainThreads own = new PlainThreads();
    Switchboard patient = new Switchboard(own, narrow, Clock.systemUTC(), Quick.TIMINGS);
    int vehicles = 300;
    CountDownLatch sent = new CountDownLatch(1);
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              socket.setSendBufferSize(8 * 1024);
              accepted(socket);
              for (int i = 0; i < vehicles; i++) {
                send(socket, vehicle("U" + i, 1), bigJpeg());
              }
              sent.countDown();
              over.await();
            })) {
      patient.install(List.of(spec(camera, "", "")));

      assertThat(sent.await(300, TimeUnit.MILLISECONDS)).as("the camera has to wait").isFalse();
      for (int i = 0; i < vehicles; i++) {
        assertThat(narrow.plate().eventId()).isEqualTo("U" + i);
      }
      assertThat(camera.connections()).isEqualTo(1);
    } finally {
      over.countDown();
      patient.close(Duration.ofSeconds(5));
    }
    assertThat(own.survivors(5_000)).isEmpty();
  }

  @Test
  void recorderWithTwoChannelsSpeaksForTwoLanes() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              send(
                  socket,
                  channel(vehicle("U1", 0), 2),
                  channel(vehicle("U2", 0), 7),
                  channel(vehicle("U3", 0), 1));
              over.await();
            })) {
      String address = "http://127.0.0.1:" + camera.port();
      switchboard.install(
          List.of(
              new DeviceSpec("one", "hikvision-stream", address, "", "", Map.of("channel", "1")),
              new DeviceSpec("two", "hikvision-stream", address, "", "", Map.of("channel", "2"))));

      assertThat(outlet.plate().deviceId()).isEqualTo("two");
      assertThat(outlet.plate().deviceId()).isEqualTo("one");
      assertThat(switchboard.health().get(0).complaint())
          .hasValueSatisfying(c -> assertThat(c).contains("未登记通道 7"));
    }
  }

  @Test
  void cameraTakesNoCommands() throws Exception {
    try (FakeServer camera = new FakeServer((socket, n) -> over.await())) {
      install(camera, "", "");

      assertThatThrownBy(() -> switchboard.send("A-01-camera", new OpenBarrier()))
          .hasMessageContaining("摄像机不接受命令");
    }
  }

  @Test
  void reinstallingTheSameDevicesLeavesTheLinkAlone() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              over.await();
            })) {
      install(camera, "", "");
      outlet.healthIn(State.UP);
      install(camera, "", "");

      assertThat(threads.startedCount()).isEqualTo(1);
      assertThat(camera.connections()).isEqualTo(1);
    }
  }

  @Test
  void changedDeviceIsLinkedAnewAndAMissingOneLetGo() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              over.await();
            })) {
      install(camera, "", "");
      outlet.healthIn(State.UP);
      install(camera, "admin", "changed");
      outlet.healthIn(State.UP);
      assertThat(camera.connections()).isEqualTo(2);

      switchboard.install(List.of());

      assertThat(switchboard.health()).isEmpty();
      assertThat(threads.survivors(5_000)).isEmpty();
    }
  }

  private void install(FakeServer camera, String user, String password) throws Exception {
    switchboard.install(List.of(spec(camera, user, password)));
  }

  private static DeviceSpec spec(FakeServer camera, String user, String password) {
    return new DeviceSpec(
        "A-01-camera",
        "hikvision-stream",
        "http://127.0.0.1:" + camera.port(),
        user,
        password,
        Map.of("channel", "1"));
  }

  private void challenge(Socket socket, String nonce) throws IOException {
    requests.add(request(socket));
    String answer =
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"r\", qop=\"auth\", "
            + nonce
            + "\r\nContent-Length: 4\r\n\r\nsorr";
    socket.getOutputStream().write(answer.getBytes(UTF_8));
  }

  private void accepted(Socket socket) throws IOException {
    requests.add(request(socket));
    String answer = "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    socket.getOutputStream().write(answer.getBytes(UTF_8));
  }

  private static String request(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("no request");
      }
      text.append((char) c);
    }
    return text.toString();
  }

  private static void send(Socket socket, byte[]... parts) throws IOException {
    OutputStream out = socket.getOutputStream();
    for (byte[] part : parts) {
      out.write(part);
    }
  }

  private static byte[] vehicle(String uuid, int pictures) {
    String list =
        pictures < 0
            ? ""
            : "<pictureInfoList>"
                + "<pictureInfo><fileName>x.jpg</fileName></pictureInfo>".repeat(pictures)
                + "</pictureInfoList>";
    return part(
        "application/xml",
        "<EventNotificationAlert><channelID>1</channelID><eventType>ANPR</eventType><ANPR>"
            + "<licensePlate>蓝苏A8HK52</licensePlate>"
            + list
            + "</ANPR><UUID>"
            + uuid
            + "</UUID></EventNotificationAlert>");
  }

  private static byte[] channel(byte[] vehicle, int channel) {
    return new String(vehicle, UTF_8)
        .replace("<channelID>1<", "<channelID>" + channel + "<")
        .getBytes(UTF_8);
  }

  private static byte[] jpeg(String name) {
    return part("image/jpeg\r\nContent-Disposition: form-data; name=\"" + name + "\"", "jpeg");
  }

  private static byte[] bigJpeg() {
    return part("image/jpeg", "j".repeat(50_000));
  }

  private static byte[] part(String type, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(
        ("--b\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n")
            .getBytes(UTF_8));
    part.writeBytes(bytes);
    part.writeBytes("\r\n".getBytes(UTF_8));
    return part.toByteArray();
  }
}
