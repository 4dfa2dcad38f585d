package cn.ecogate.adapter.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras on real sockets are asked what they see. */
@DisplayName("按要求拍照：海康、大华、臻识各按自己的办法，拿不到就说明原因")
class CameraStillTest {

  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 1, 2, 3};

  private static final String CHALLENGE = "Digest realm=\"cam\", nonce=\"4f1a\", qop=\"auth\"";

  private final CountDownLatch over = new CountDownLatch(1);
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.systemUTC(), Quick.TIMINGS);

  @AfterEach
  void everyThreadEnds() throws Exception {
    over.countDown();
    switchboard.close(Duration.ofSeconds(5));
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "hikvision-stream, /ISAPI/Streaming/channels/201/picture",
    "hikvision-barrier, /ISAPI/Streaming/channels/201/picture",
    "dahua-snap, /cgi-bin/snapshot.cgi?channel=2",
    "dahua-event, /cgi-bin/snapshot.cgi?channel=2",
    "dahua-barrier, /cgi-bin/snapshot.cgi?channel=2"
  })
  @DisplayName("HTTP 摄像机：另开一条连接要当前画面，原样拿到")
  void cameraOnHttpGivesItsPicture(String driver, String path) throws Exception {
    try (FakeServer camera = answering("200 OK", "image/jpeg", JPEG)) {
      install(driver, camera.port());

      assertThat(switchboard.snapshot("device")).isEqualTo(JPEG);
      assertThat(requests).anyMatch(line -> line.equals("GET " + path + " HTTP/1.1"));
    }
  }

  @ParameterizedTest(name = "HTTP {0}：{1}")
  @CsvSource({
    "401 Unauthorized, 摄像机不接受用户名或密码",
    "403 Forbidden, 没有抓图权限",
    "404 Not Found, 摄像机不提供抓图",
    "503 Busy, 摄像机拒绝了抓图"
  })
  @DisplayName("摄像机拒绝：原话说明，链路不受影响")
  void refusalIsSaidInWords(String status, String words) throws Exception {
    try (FakeServer camera =
        answering(
            status, "text/plain\r\nWWW-Authenticate: " + CHALLENGE, "no".getBytes(US_ASCII))) {
      install("hikvision-stream", camera.port());

      assertThatThrownBy(() -> switchboard.snapshot("device"))
          .isInstanceOf(GateException.class)
          .hasMessageContaining("device：")
          .hasMessageContaining(words);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>login</html>"})
  @DisplayName("回答的不是图片：不当作照片收下")
  void whatIsNoPictureIsNotTaken(String answer) throws Exception {
    try (FakeServer camera = answering("200 OK", "image/jpeg", answer.getBytes(US_ASCII))) {
      install("dahua-snap", camera.port());

      assertThatThrownBy(() -> switchboard.snapshot("device"))
          .isInstanceOf(GateException.class)
          .hasMessageContaining(answer.isEmpty() ? "没有给出图片" : "不是图片");
    }
  }

  @Test
  @DisplayName("摄像机一声不响，或图片给到一半就断：按时放弃并说明")
  void silenceAndHalfAPictureEndInTime() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              String asked = head(socket);
              // The stream's connection is the first.
              if (asked.contains("picture") && n % 2 == 0) {
                socket
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n".getBytes(US_ASCII));
                socket.getOutputStream().write(JPEG);
                return;
              }
              over.await();
            })) {
      install("hikvision-stream", camera.port());
      camera.awaitConnection();
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> switchboard.snapshot("device")).isInstanceOf(GateException.class);
      }
    }
  }

  @Test
  @DisplayName("臻识：图片在文档里（base64）或在文档之后，两种固件都认")
  void vzenithGivesItEitherWay() throws Exception {
    try (FakeVzenith camera = new FakeVzenith()) {
      install("vzenith-tcp", camera.port());
      outlet.healthIn(State.UP);

      camera.still = ",\"imgdata\":\"" + Base64.getEncoder().encodeToString(JPEG) + "\"";
      assertThat(switchboard.snapshot("device")).isEqualTo(JPEG);
      camera.still = "";
      camera.stillBehind = JPEG;
      assertThat(switchboard.snapshot("device")).isEqualTo(JPEG);
    }
  }

  @Test
  @DisplayName("臻识固件没有这个命令、或不回答：说明原因，抬杆照常")
  void vzenithWithoutItSaysSo() throws Exception {
    try (FakeVzenith camera = new FakeVzenith()) {
      camera.refused.put("get_snapshot", 405);
      install("vzenith-tcp", camera.port());
      outlet.healthIn(State.UP);
      assertThatThrownBy(() -> switchboard.snapshot("device"))
          .isInstanceOf(GateException.class)
          .hasMessageContaining("固件没有这个命令");

      camera.refused.clear();
      camera.ignored.add("get_snapshot");
      assertThatThrownBy(() -> switchboard.snapshot("device"))
          .isInstanceOf(GateException.class)
          .hasMessageContaining("没有应答");
    }
  }

  @Test
  @DisplayName("推送的摄像机、继电器板没有办法，直说")
  void whoCannotBeAskedSaysSo() throws Exception {
    String door;
    try (ServerSocket free = new ServerSocket(0)) {
      door = "listen://127.0.0.1:" + free.getLocalPort();
    }
    switchboard.install(
        List.of(
            new DeviceSpec("pushes", "vzenith-push", door, "", "secret-1", Map.of()),
            new DeviceSpec(
                "relay", "modbus-relay", "tcp://127.0.0.1:1", "", "", Map.of("open-coil", "0"))));
    assertThatThrownBy(() -> switchboard.snapshot("pushes")).hasMessage("pushes：推送的摄像机不能按要求拍照");
    assertThatThrownBy(() -> switchboard.snapshot("relay")).hasMessage("relay：这台设备不能按要求拍照");
  }

  private void install(String driver, int port) throws GateException {
    boolean http = !driver.startsWith("vzenith");
    switchboard.install(
        List.of(
            new DeviceSpec(
                "device",
                driver,
                (http ? "http" : "tcp") + "://127.0.0.1:" + port,
                http ? "admin" : "",
                http ? "secret-1" : "",
                http ? Map.of("channel", "2") : Map.of())));
  }

  private FakeServer answering(String status, String type, byte[] body) throws IOException {
    return new FakeServer(
        (socket, n) -> {
          String asked = head(socket);
          requests.add(asked);
          if (!asked.contains("picture") && !asked.contains("snapshot.cgi")) {
            over.await();
          }
          socket
              .getOutputStream()
              .write(
                  ("HTTP/1.1 "
                          + status
                          + "\r\nContent-Type: "
                          + type
                          + "\r\nConnection: close\r\nContent-Length: "
                          + body.length
                          + "\r\n\r\n")
                      .getBytes(US_ASCII));
          socket.getOutputStream().write(body);
        });
  }

  private static String head(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    String first = in.readLine();
    for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
      line = in.readLine();
    }
    return first == null ? "" : first;
  }
}
