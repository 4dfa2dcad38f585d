package cn.ecogate.adapter.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.PlateSeen;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("主动推送的摄像机：监听端口收到的一切")
class CallingCameraTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:30:05Z");
  private static final String SECRET = "s3cret-of-A01";
  private static final String DOOR = "/cameras/A-01-camera/" + SECRET;

  private final Collected outlet = new Collected(3);
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.fixed(NOW, ZoneOffset.UTC), Quick.TIMINGS);
  private final List<Socket> sockets = new ArrayList<>();
  private int port;

  @BeforeEach
  void findAPort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void everyThreadEndsAndThePortIsFree() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    switchboard.close(Duration.ofSeconds(5));
    assertThat(threads.survivors(5_000)).isEmpty();
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  @Test
  @DisplayName("车辆入箱并记录后才回答，回答不开闸")
  void vehicleIsAnsweredOnceItIsRecorded() throws Exception {
    install();
    outlet.recording = false;
    Socket camera = call(post(DOOR, vehicle(7, "川A12345", 0)));

    PlateSeen seen = outlet.plate();
    assertSilent(camera);
    outlet.recordAll();

    assertThat(seen.deviceId()).isEqualTo("A-01-camera");
    assertThat(seen.plate()).isEqualTo("川A12345");
    assertThat(seen.receivedAt()).isEqualTo(NOW);
    assertThat(seen.late()).isFalse();
    assertThat(answer(camera))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"info\":\"no\"")
        .contains("\"content\":\"retransfer_stop\"");
    assertThat(health().state()).isEqualTo(State.UP);
  }

  @Test
  @DisplayName("离线记录标为迟到，并请摄像机继续发下一条")
  void storedVehicleIsLateAndTheNextOneIsAskedFor() throws Exception {
    install();

    String answer = answer(call(post(DOOR, vehicle(8, "川A12345", 1))));

    assertThat(outlet.plate().late()).isTrue();
    assertThat(answer).contains("\"ContinuePushOffline\":{\"plateid\":8,\"continue\":1}");
  }

  @Test
  @DisplayName("迟迟没有记录完：请摄像机重发；重发时不再入箱第二次，记录后立即回答")
  void unrecordedVehicleIsAskedForAgainAndIsHandedOnOnce() throws Exception {
    install();
    outlet.recording = false;

    assertThat(answer(call(post(DOOR, vehicle(7, "川A12345", 0))))).startsWith("HTTP/1.1 503 ");
    assertThat(health().complaint()).hasValueSatisfying(c -> assertThat(c).contains("没有记录完"));
    Socket again = call(post(DOOR, vehicle(7, "川A12345", 0)));
    assertSilent(again);
    outlet.recordAll();

    assertThat(answer(again)).startsWith("HTTP/1.1 200 ");
    assertThat(outlet.plates).hasSize(1);
  }

  @Test
  @DisplayName("信箱满时请摄像机稍后再来，不丢车")
  void fullMailboxAsksTheCameraToComeAgain() throws Exception {
    install();
    for (int id = 1; id <= 3; id++) {
      assertThat(answer(call(post(DOOR, vehicle(id, "川A1234" + id, 0))))).contains("200 OK");
    }

    String refused = answer(call(post(DOOR, vehicle(4, "川A12344", 0))));
    assertThat(refused).startsWith("HTTP/1.1 503 ").contains("Retry-After");
    outlet.plate();

    assertThat(answer(call(post(DOOR, vehicle(4, "川A12344", 0))))).contains("200 OK");
  }

  @Test
  @DisplayName("密钥不对、设备不对、路径不对：一律 404，不多说一个字")
  void strangerIsToldNothing() throws Exception {
    install();

    for (String target :
        List.of(
            "/cameras/A-01-camera/wrong-secret",
            "/cameras/A-01-camera/",
            "/cameras/A-01-camera",
            "/cameras/A-09-camera/" + SECRET,
            "/cameras/B-01-camera/" + SECRET,
            "/",
            "/health",
            "/cameras/%zz/" + SECRET)) {
      assertThat(answer(call(post(target, vehicle(7, "川A12345", 0)))))
          .as(target)
          .isEqualTo("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }
    assertThat(outlet.plates).isEmpty();
    assertThat(health().state()).isEqualTo(State.CONNECTING);
  }

  @Test
  @DisplayName("厂商在路径后面追加什么都可以，密钥可以百分号编码")
  void vendorMayAppendWhatItLikes() throws Exception {
    install();

    for (String target :
        List.of(
            DOOR + "/devicemanagement/php/plateresult.php",
            DOOR + "?sn=1&t=2",
            DOOR + "/",
            "http://192.168.1.2:8011" + DOOR,
            "/cameras/A%2D01-camera/" + SECRET)) {
      assertThat(answer(call(post(target, HEARTBEAT)))).as(target).contains("200 OK");
    }
  }

  @Test
  @DisplayName("三百个慢吞吞的陌生人挡不住一台摄像机")
  void slowStrangersStopNobody() throws Exception {
    install();
    for (int i = 0; i < 300; i++) {
      sockets.add(open("POST /cameras/A-01-camera/guess" + i + " HTTP/1.1\r\nHost: x"));
    }

    assertThat(answer(call(post(DOOR, vehicle(7, "川A12345", 0))))).contains("200 OK");
  }

  @Test
  @DisplayName("一台摄像机的请求体发到一半停住：别的摄像机照常；它自己到时被请走")
  void stalledBodyStopsNobody() throws Exception {
    install();
    Socket stalled = open(head(DOOR, "Content-Length: 1000000\r\n") + "{");

    assertThat(answer(call(post("/cameras/B-01-camera/secret-of-B01", HEARTBEAT)))).contains("200");
    assertThat(answer(stalled)).startsWith("HTTP/1.1 408 ");
  }

  @Test
  @DisplayName("一条连接可以接着用，两个请求连着发也行")
  void connectionIsUsedAgain() throws Exception {
    install();
    Socket camera =
        call(post(DOOR, vehicle(1, "川A12341", 0)) + post(DOOR, vehicle(2, "川A12342", 0)));

    assertThat(answer(camera)).contains("\"plateid\":1").contains("keep-alive");
    assertThat(answer(camera)).contains("\"plateid\":2");
    send(camera, post(DOOR, vehicle(3, "川A12343", 0)));
    assertThat(answer(camera)).contains("\"plateid\":3");
    assertThat(outlet.plate().plate()).isEqualTo("川A12341");
    assertThat(outlet.plate().plate()).isEqualTo("川A12342");
  }

  @Test
  @DisplayName("分块传输")
  void chunkedBodyIsJoined() throws Exception {
    install();
    byte[] body = vehicle(7, "川A12345", 0).getBytes(UTF_8);
    Socket camera = open(head(DOOR, "Transfer-Encoding: chunked\r\n"));
    for (int from = 0; from < body.length; from += 37) {
      int count = Math.min(37, body.length - from);
      camera.getOutputStream().write((Integer.toHexString(count) + ";x=y\r\n").getBytes(UTF_8));
      camera.getOutputStream().write(body, from, count);
      camera.getOutputStream().write("\r\n".getBytes(UTF_8));
    }
    send(camera, "0\r\nTrailer: x\r\n\r\n");

    assertThat(answer(camera)).contains("200 OK");
    assertThat(outlet.plate().plate()).isEqualTo("川A12345");
  }

  @Test
  @DisplayName("Expect: 100-continue：密钥对才请它发；不对就直接拒绝")
  void bodyIsAskedForOnlyFromWhoMayCall() throws Exception {
    install();
    String body = vehicle(7, "川A12345", 0);
    String expect =
        "Expect: 100-continue\r\nContent-Length: " + body.getBytes(UTF_8).length + "\r\n";

    Socket camera = open(head(DOOR, expect));
    assertThat(answer(camera)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
    send(camera, body);
    assertThat(answer(camera)).contains("200 OK");
    assertThat(answer(open(head("/cameras/A-01-camera/wrong", expect)))).contains("404");
  }

  @Test
  @DisplayName("HTTP/1.0：回答后关闭")
  void oldClientIsAnsweredAndLeft() throws Exception {
    install();
    Socket camera = call(post(DOOR, HEARTBEAT).replace("HTTP/1.1", "HTTP/1.0"));

    assertThat(answer(camera)).contains("200 OK").contains("Connection: close");
    assertThat(camera.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  @DisplayName("声称太长、没说长度、头太长、不是 HTTP：各有各的回答，端口照常")
  void hostileRequestsAreRefused() throws Exception {
    install();

    assertThat(answer(open(head(DOOR, "Content-Length: 4000000000\r\n"))))
        .startsWith("HTTP/1.1 413");
    assertThat(health().complaint()).hasValueSatisfying(c -> assertThat(c).contains("上限"));
    assertThat(answer(open(head(DOOR, "Content-Length: -5\r\n")))).startsWith("HTTP/1.1 400");
    assertThat(answer(open(head(DOOR, "")))).startsWith("HTTP/1.1 411");
    assertThat(answer(open(head(DOOR, "X: " + "x".repeat(20_000) + "\r\n"))))
        .startsWith("HTTP/1.1 431");
    assertThat(answer(open("\u0003\u0000hello\r\n\r\n"))).startsWith("HTTP/1.1 400");
    assertThat(answer(open("GET " + DOOR + " HTTP/1.1\r\n\r\n"))).startsWith("HTTP/1.1 405");
    assertThat(answer(open(head(DOOR, "Transfer-Encoding: gzip\r\n")))).startsWith("HTTP/1.1 501");
    assertThat(answer(call(post(DOOR, HEARTBEAT)))).contains("200 OK");
  }

  @Test
  @DisplayName("随机字节轰炸之后仍能收车")
  void noiseStopsNobody() throws Exception {
    install();
    Random random = new Random(1);
    String whole = head(DOOR, "Content-Length: 2999\r\n");
    for (int i = 0; i < 60; i++) {
      byte[] noise = new byte[random.nextInt(3_000)];
      random.nextBytes(noise);
      try (Socket socket = open(i % 2 == 0 ? whole : "")) {
        socket.getOutputStream().write(noise);
      } catch (IOException e) {
        // It was thrown out before it had said everything.
        continue;
      }
    }

    assertThat(answer(call(post(DOOR, vehicle(7, "川A12345", 0))))).contains("200 OK");
  }

  @Test
  @DisplayName("读不懂的请求：计数、留样、说明，答 400 让摄像机自己留着")
  void unreadableCallIsCountedAndStaysWithTheCamera() throws Exception {
    install();

    assertThat(answer(call(post(DOOR, "{\"AlarmInfoPlate\":{\"result\":"))))
        .startsWith("HTTP/1.1 400");
    assertThat(health().errors()).isEqualTo(1);
    assertThat(health().state()).isEqualTo(State.UP);
    assertThat(health().complaint()).hasValueSatisfying(c -> assertThat(c).contains("JSON"));
    assertThat(answer(call(post(DOOR, HEARTBEAT)))).contains("200 OK");
    assertThat(health().complaint()).isEmpty();
  }

  @Test
  @DisplayName("每台摄像机的状态是它自己的：不来电的断线，来电的在线")
  void healthIsEachCamerasOwn() throws Exception {
    install();
    answer(call(post(DOOR, HEARTBEAT)));

    DeviceHealth silent = Collected.next(outlet.healths, h -> h.state() == State.DOWN);

    assertThat(silent.deviceId()).isEqualTo("B-01-camera");
    assertThat(silent.complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("1 秒没有来电").contains("推送地址"));
    assertThat(health().state()).isEqualTo(State.UP);
    answer(call(post("/cameras/B-01-camera/secret-of-B01", HEARTBEAT)));
    assertThat(Collected.next(outlet.healths, h -> h.deviceId().equals("B-01-camera")).state())
        .isEqualTo(State.UP);
  }

  @Test
  @DisplayName("摄像机的密钥设错了：断线说明里提到，密钥本身不出现")
  void wrongSecretIsHintedAt() throws Exception {
    install();
    answer(call(post("/cameras/B-01-camera/mistyped-secret", HEARTBEAT)));

    assertThat(Collected.next(outlet.healths, h -> h.state() == State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("1 次来电的密钥不对").doesNotContain("mistyped"));
  }

  @Test
  @DisplayName("心跳表单里的设备口令不进任何说明")
  void passwordInAHeartbeatIsNowhere() throws Exception {
    install();
    String form =
        "--b\r\n"
            + "Content-Disposition: form-data; name=\"user_name\"\r\n\r\n"
            + "admin\r\n"
            + "--b\r\n"
            + "Content-Disposition: form-data; name=\"pass_wd\"\r\n\r\n"
            + "clear-text\r\n"
            + "--b--\r\n";

    assertThat(answer(call(post(DOOR, form)))).contains("200 OK");
    assertThat(answer(call(post(DOOR, "user_name=admin&pass_wd=clear-text")))).contains("400");
    assertThat(new ArrayList<>(outlet.healths).toString()).doesNotContain("clear-text");
  }

  @Test
  @DisplayName("端口被占用：用话说出来；让出来以后自己恢复")
  void takenPortIsSaidInWords() throws Exception {
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      install();
      assertThat(outlet.healthIn(State.DOWN).complaint())
          .hasValueSatisfying(c -> assertThat(c).contains("端口已被其他程序占用"));
    }
    Collected.next(outlet.healths, h -> h.complaint().filter(c -> c.contains("等待")).isPresent());

    assertThat(answer(call(post(DOOR, HEARTBEAT)))).contains("200 OK");
    assertThat(health().state()).isEqualTo(State.UP);
  }

  @Test
  @DisplayName("改了密钥重新安装：同一端口立即可用，旧密钥立即无效")
  void reinstallKeepsThePort() throws Exception {
    install();
    answer(call(post(DOOR, HEARTBEAT)));
    switchboard.install(List.of(spec("A-01-camera", "vzenith-push", "changed-secret", "0")));
    Collected.next(outlet.healths, h -> h.state() == State.CONNECTING);

    String answer = "";
    for (int attempt = 0; attempt < 200 && !answer.contains("200 OK"); attempt++) {
      try {
        answer = answer(call(post("/cameras/A-01-camera/changed-secret", HEARTBEAT)));
      } catch (IOException notYet) {
        answer = "";
      }
    }
    assertThat(answer).contains("200 OK");
    assertThat(answer(call(post(DOOR, HEARTBEAT)))).contains("404");
  }

  @Test
  @DisplayName("海康推送：文档和图片在一个请求里")
  void hikvisionCallsWithItsPictures() throws Exception {
    switchboard.install(List.of(spec("A-01-camera", "hikvision-push", SECRET, "0")));
    String xml =
        "<EventNotificationAlert><eventType>ANPR</eventType><ANPR><licensePlate>蓝苏A8HK52</licensePlate>"
            + "</ANPR><UUID>U1</UUID></EventNotificationAlert>";
    String body =
        "--MIME_boundary\r\n"
            + "Content-Disposition: form-data; name=\"anpr.xml\"; filename=\"anpr.xml\"\r\n"
            + "Content-Type: text/xml\r\n"
            + "Content-Length: "
            + xml.getBytes(UTF_8).length
            + "\r\n\r\n"
            + xml
            + "\r\n"
            + "--MIME_boundary\r\n"
            + "Content-Disposition: form-data; name=\"detectionPicture.jpg\";"
            + " filename=\"detectionPicture.jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n"
            + "Content-Length: 4\r\n\r\n"
            + "jpeg\r\n"
            + "--MIME_boundary--\r\n";

    String answer =
        answer(
            call(
                post(DOOR, body, "Content-Type: multipart/form-data; boundary=MIME_boundary\r\n")));

    assertThat(answer)
        .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n");
    PlateSeen seen = outlet.plate();
    assertThat(seen.plate()).isEqualTo("苏A8HK52");
    assertThat(seen.pictures()).hasSize(1);
  }

  @Test
  @DisplayName("推送的摄像机不接受命令")
  void cameraTakesNoCommands() throws Exception {
    install();

    assertThatThrownBy(() -> switchboard.send("A-01-camera", new OpenBarrier()))
        .hasMessageContaining("不接受命令");
  }

  private static final String HEARTBEAT = "{\"heartbeat\":{}}";

  private void install() throws Exception {
    switchboard.install(
        List.of(
            spec("A-01-camera", "vzenith-push", SECRET, "0"),
            spec("B-01-camera", "vzenith-push", "secret-of-B01", "1")));
  }

  private DeviceSpec spec(String id, String driver, String secret, String silence) {
    return new DeviceSpec(
        id, driver, "listen://127.0.0.1:" + port, "", secret, Map.of("silence-s", silence));
  }

  private DeviceHealth health() {
    return switchboard.health().get(0);
  }

  private static String vehicle(int id, String plate, int offline) {
    return "{\"AlarmInfoPlate\":{\"serialno\":\"fe71e106-57263272\",\"result\":{\"PlateResult\":{"
        + "\"license\":\""
        + plate
        + "\",\"plateid\":"
        + id
        + ",\"isoffline\":"
        + offline
        + ",\"timeStamp\":{\"Timeval\":{\"sec\":1686299994}}}}}}";
  }

  private static String post(String target, String body) {
    return post(target, body, "");
  }

  private static String post(String target, String body, String headers) {
    return head(target, headers + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n") + body;
  }

  private static String head(String target, String headers) {
    return "POST " + target + " HTTP/1.1\r\nHost: 192.168.1.2:8011\r\n" + headers + "\r\n";
  }

  private Socket call(String request) throws IOException {
    return open(request);
  }

  /** The link binds its port on a thread of its own: the first attempts may be too early. */
  private Socket open(String request) throws IOException {
    Socket socket = null;
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (socket == null) {
      try {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
    sockets.add(socket);
    socket.setSoTimeout(10_000);
    send(socket, request);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static void assertSilent(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    socket.setSoTimeout(10_000);
  }

  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("no answer: " + text);
      }
      text.append((char) c);
    }
    int length =
        text.indexOf("Content-Length: ") < 0
            ? 0
            : Integer.parseInt(
                text.toString().replaceFirst("(?s).*Content-Length: ([0-9]+).*", "$1"));
    return text + new String(in.readNBytes(length), UTF_8);
  }
}
