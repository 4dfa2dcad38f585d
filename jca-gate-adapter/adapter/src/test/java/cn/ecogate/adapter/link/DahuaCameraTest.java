package cn.ecogate.adapter.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.CloseBarrier;
import cn.ecogate.adapter.api.GateCommand.LockOpen;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.PlateSeen;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A Dahua camera on a real socket: its two streams, and the barrier on its relay. */
@DisplayName("大华摄像机：抓拍流、事件流，以及由它控制的道闸")
class DahuaCameraTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:30:05Z");
  private static final String SNAP =
      "Events[0].EventBaseInfo.Code=TrafficJunction\r\nEvents[0].EventBaseInfo.Action=Pulse\r\n"
          + "Events[0].GroupID=41\r\nEvents[0].UTC=1795138205\r\nEvents[0].UTCMS=7\r\n"
          + "Events[0].TrafficCar.PlateNumber=云A8HK52\r\nEvents[0].TrafficCar.PlateColor=Blue\r\n";
  private static final String EVENT =
      "Code=TrafficJunction;action=Pulse;index=0;data={\n \"GroupID\" : 42,\n \"UTC\" : 1795138206,\n"
          + " \"TrafficCar\" : { \"PlateNumber\" : \"云A8HK52\" }\n}\n";

  private final CountDownLatch over = new CountDownLatch(1);
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final Collected outlet = new Collected();
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
  @DisplayName("抓拍流：要求摘要认证，GBK 车牌和图片照样到达，密码从不上线")
  void snapshotArrivesWithItsPictureWhateverTheCharset() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              challenge(socket);
              accepted(socket);
              part(socket, "text/plain", "Heartbeat".getBytes(UTF_8), true);
              part(socket, "text/plain", SNAP.getBytes(Charset.forName("GBK")), true);
              part(socket, "image/jpeg", "jpeg".getBytes(UTF_8), true);
              over.await();
            })) {
      install(camera(camera, "dahua-snap", Map.of("pictures", "1")));

      PlateSeen seen = outlet.plate();

      assertThat(seen.plate()).isEqualTo("云A8HK52");
      assertThat(seen.eventId()).isEqualTo("41/1795138205.7");
      assertThat(seen.pictures()).hasSize(1);
      assertThat(seen.receivedAt()).isEqualTo(NOW);
      requests.take();
      assertThat(requests.take())
          .contains("snapManager.cgi?action=attachFileProc&channel=1&heartbeat=5&Flags[0]=Event")
          .contains("Authorization: Digest username=\"admin\"")
          .doesNotContain("secret-1");
    }
  }

  @Test
  @DisplayName("图片数未知时，等一小会儿就交出，不等下一个心跳")
  void pictureCountUnknownWaitsForAPauseOnly() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              part(socket, "text/plain", SNAP.getBytes(UTF_8), true);
              part(socket, "image/jpeg", "scene-scene".getBytes(UTF_8), true);
              part(socket, "image/jpeg", "plate".getBytes(UTF_8), true);
              over.await();
            })) {
      install(camera(camera, "dahua-snap", Map.of()));

      assertThat(outlet.plate().pictures()).hasSize(2);
    }
  }

  @Test
  @DisplayName("事件流：Content-Length 说 0 而后面有内容，也立即读出")
  void eventThatSaysLengthZeroIsReadAtOnce() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              part(socket, "text/plain", EVENT.getBytes(UTF_8), false);
              over.await();
            })) {
      install(camera(camera, "dahua-event", Map.of("clock", "local")));

      PlateSeen seen = outlet.plate();

      assertThat(seen.deviceTime()).isEqualTo(Instant.ofEpochSecond(1795138206L - 8 * 3600));
      assertThat(requests.take())
          .contains("eventManager.cgi?action=attach&codes=[TrafficJunction]");
    }
  }

  @Test
  @DisplayName("读不懂的一段记下来，链路不断")
  void rubbishIsCountedAndTheStreamGoesOn() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              accepted(socket);
              part(socket, "text/plain", "<html>".getBytes(UTF_8), true);
              part(socket, "text/plain", EVENT.substring(0, 60).getBytes(UTF_8), true);
              part(socket, "text/plain", EVENT.getBytes(UTF_8), true);
              over.await();
            })) {
      install(camera(camera, "dahua-event", Map.of()));

      assertThat(outlet.plate().plate()).isEqualTo("云A8HK52");
      assertThat(switchboard.health().get(0).errors()).isEqualTo(2);
      assertThat(camera.connections()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("没有心跳就重连；型号没有这个流时说明白")
  void silenceAndUnknownStreamAreSaidInWords() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              if (n == 1) {
                accepted(socket);
                over.await();
              } else {
                requests.add(request(socket));
                socket.getOutputStream().write(answer("501 Not Implemented", "Error"));
              }
            })) {
      install(camera(camera, "dahua-snap", Map.of()));

      assertThat(outlet.healthIn(State.DOWN).complaint())
          .hasValueSatisfying(c -> assertThat(c).contains("没有心跳"));
      assertThat(
              Collected.next(outlet.healths, h -> h.complaint().orElse("").contains("没有这个事件流"))
                  .state())
          .isEqualTo(State.DOWN);
    }
  }

  @Test
  @DisplayName("道闸与摄像机同一地址：抬杆命令另走一条连接，只发一次")
  void barrierBesideTheStreamIsOpenedOnce() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              String asked = request(socket);
              if (asked.contains("snapManager")) {
                socket.getOutputStream().write(streamHead());
                over.await();
              } else if (!asked.contains("Authorization")) {
                socket.getOutputStream().write(refusal());
                requests.add(request(socket));
                socket.getOutputStream().write(answer("200 OK", "OK"));
              }
            })) {
      install(
          camera(camera, "dahua-snap", Map.of()),
          barrier(camera, Map.of("close", "camera-guards")));

      switchboard.send("A-01-barrier", new OpenBarrier());
      switchboard.send("A-01-barrier", new CloseBarrier());

      assertThat(requests.take())
          .contains("trafficSnap.cgi?action=openStrobe&channel=1&info.openType=Normal");
      assertThat(requests.take()).contains("action=closeStrobe&channel=1");
      assertThat(requests).isEmpty();
    }
  }

  @Test
  @DisplayName("应答不来就报告不知道，绝不重发")
  void unansweredOpeningIsNeverRepeated() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              String asked = request(socket);
              if (asked.contains("getDeviceType")) {
                socket.getOutputStream().write(answer("200 OK", "type=ITC"));
                return;
              }
              requests.add(asked);
              over.await();
            })) {
      install(barrier(camera, Map.of("timeout", "1")));

      assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
          .isInstanceOf(LinkFailure.class)
          .hasMessageContaining("在 1 秒内没有应答，是否已执行不得而知");
      assertThat(requests).hasSize(1);
    }
  }

  @Test
  @DisplayName("没有摄像机的道闸也有健康状态；做不到的命令用一句话拒绝")
  void barrierAloneIsKnockedAtAndRefusesWhatItCannot() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              request(socket);
              socket.getOutputStream().write(answer("200 OK", "type=ITC"));
            })) {
      install(barrier(camera, Map.of()));

      assertThat(outlet.healthIn(State.UP).deviceId()).isEqualTo("A-01-barrier");
      assertThatThrownBy(() -> switchboard.send("A-01-barrier", new CloseBarrier()))
          .isInstanceOf(GateException.class)
          .hasMessageContaining("不落闸");
      assertThatThrownBy(() -> switchboard.send("A-01-barrier", new LockOpen()))
          .hasMessageContaining("不能锁定");
    }
  }

  @Test
  @DisplayName("一个地址只能登记一台大华摄像机")
  void oneCameraAtAnAddress() throws Exception {
    try (FakeServer camera = new FakeServer((socket, n) -> over.await())) {
      DeviceSpec second =
          new DeviceSpec(
              "A-02-camera",
              "dahua-event",
              "http://127.0.0.1:" + camera.port(),
              "admin",
              "secret-1",
              Map.of("channel", "2"));

      assertThatThrownBy(() -> install(camera(camera, "dahua-snap", Map.of()), second))
          .hasMessageContaining("同一地址只能有一台摄像机");
    }
  }

  private void install(DeviceSpec... specs) throws GateException {
    switchboard.install(List.of(specs));
  }

  private static DeviceSpec camera(FakeServer camera, String driver, Map<String, String> settings) {
    return new DeviceSpec(
        "A-01-camera", driver, "http://127.0.0.1:" + camera.port(), "admin", "secret-1", settings);
  }

  private static DeviceSpec barrier(FakeServer camera, Map<String, String> settings) {
    return new DeviceSpec(
        "A-01-barrier",
        "dahua-barrier",
        "http://127.0.0.1:" + camera.port(),
        "admin",
        "secret-1",
        settings);
  }

  private void challenge(Socket socket) throws IOException {
    requests.add(request(socket));
    socket.getOutputStream().write(refusal());
  }

  private void accepted(Socket socket) throws IOException {
    requests.add(request(socket));
    socket.getOutputStream().write(streamHead());
  }

  private static byte[] refusal() {
    return ("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"Login to X\", "
            + "qop=\"auth\", nonce=\"77\", opaque=\"o\"\r\nContent-Length: 0\r\n\r\n")
        .getBytes(UTF_8);
  }

  private static byte[] streamHead() {
    return "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=myboundary\r\n\r\n"
        .getBytes(UTF_8);
  }

  private static byte[] answer(String status, String body) {
    return ("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
        .getBytes(UTF_8);
  }

  private static void part(Socket socket, String type, byte[] body, boolean honest)
      throws IOException {
    String head =
        "--myboundary\r\nContent-Type: "
            + type
            + "\r\nContent-Length:"
            + (honest ? body.length : 0)
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().write(body);
    socket.getOutputStream().write("\r\n".getBytes(UTF_8));
  }

  private static String request(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int c = socket.getInputStream().read();
      if (c < 0) {
        throw new IOException("no request");
      }
      text.append((char) c);
    }
    return text.toString();
  }
}
