package cn.ecogate.adapter.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.BarrierReport.Position;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.CloseBarrier;
import cn.ecogate.adapter.api.GateCommand.LockClosed;
import cn.ecogate.adapter.api.GateCommand.LockOpen;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateCommand.Unlock;
import cn.ecogate.adapter.api.GateException;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A barrier on a Hikvision camera's terminals, beside its stream and alone. */
@DisplayName("海康摄像机控制的道闸")
class HikvisionBarrierTest {

  private final CountDownLatch over = new CountDownLatch(1);
  private final BlockingQueue<String> orders = new LinkedBlockingQueue<>();
  private volatile String position = "1";
  private volatile boolean mute;
  private volatile String verdict = "<statusCode>1</statusCode>";
  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.systemUTC(), Quick.TIMINGS);
  private final FakeServer camera = new FakeServer(this::serve);

  HikvisionBarrierTest() throws IOException {}

  @AfterEach
  void everyThreadEnds() throws Exception {
    over.countDown();
    switchboard.close(Duration.ofSeconds(5));
    camera.close();
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  @DisplayName("与抓拍流同一地址：抬杆走自己的连接，真实位置报上来，我们的抬杆不算手动起杆")
  void besideTheStream() throws Exception {
    install(camera(), barrier(Map.of()));
    assertThat(outlet.barrierAt(Position.DOWN).rises()).isFalse();

    switchboard.send("A-01-barrier", new OpenBarrier());
    position = "2";

    assertThat(orders.take()).contains("/ISAPI/Parking/channels/1/barrierGate ").contains("open<");
    assertThat(outlet.barrierAt(Position.UP).commanded()).isTrue();
  }

  @Test
  @DisplayName("没有命令而升起，是手动起杆")
  void liftedByHand() throws Exception {
    install(barrier(Map.of()));
    outlet.barrierAt(Position.DOWN);

    position = "2";

    assertThat(outlet.barrierAt(Position.UP).unexplainedLift()).isTrue();
  }

  @Test
  @DisplayName("锁定：先解锁、到位、再锁；解锁一条命令")
  void lockedAndUnlocked() throws Exception {
    install(barrier(Map.of("close", "camera-guards")));
    outlet.healthIn(State.UP);

    switchboard.send("A-01-barrier", new LockOpen());
    assertThat(modes(3)).containsExactly("unlock", "open", "lock");
    switchboard.send("A-01-barrier", new LockClosed());
    assertThat(modes(3)).containsExactly("unlock", "close", "lock");
    switchboard.send("A-01-barrier", new Unlock());
    assertThat(modes(1)).containsExactly("unlock");
  }

  @Test
  @DisplayName("无法确认闸下无车时不落闸，也不锁闭")
  void notLoweredWhereNobodyKnowsWhatStandsBelow() throws Exception {
    install(barrier(Map.of()));
    outlet.healthIn(State.UP);

    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new CloseBarrier()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("不落闸");
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new LockClosed()))
        .hasMessageContaining("camera-guards");
    assertThat(orders).isEmpty();
  }

  @Test
  @DisplayName("摄像机说不支持，就照说；应答不来就报告不知道，绝不重发")
  void whatTheCameraDoesNotDo() throws Exception {
    install(barrier(Map.of("timeout", "1")));
    outlet.healthIn(State.UP);
    verdict = "<statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode>";
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .hasMessageContaining("notSupport");
    orders.clear();
    mute = true;

    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .isInstanceOf(LinkFailure.class)
        .hasMessageContaining("是否已执行不得而知");

    assertThat(modes(1)).containsExactly("open");
    assertThat(orders).isEmpty();
  }

  private List<String> modes(int count) throws InterruptedException {
    List<String> modes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      modes.add(orders.take().replaceAll("(?s).*<ctrlMode>(\\w+)</ctrlMode>.*", "$1"));
    }
    return modes;
  }

  private void install(DeviceSpec... specs) throws GateException {
    switchboard.install(List.of(specs));
  }

  private DeviceSpec camera() {
    return new DeviceSpec(
        "A-01-camera", "hikvision-stream", address(), "admin", "secret-1", Map.of());
  }

  private DeviceSpec barrier(Map<String, String> settings) {
    return new DeviceSpec(
        "A-01-barrier", "hikvision-barrier", address(), "admin", "secret-1", settings);
  }

  private String address() {
    return "http://127.0.0.1:" + camera.port();
  }

  private void serve(Socket socket, int number) throws IOException, InterruptedException {
    while (true) {
      String asked = request(socket);
      if (asked.startsWith("PUT")) {
        orders.add(asked);
        if (mute) {
          over.await();
        }
        answer(socket, "<ResponseStatus>" + verdict + "</ResponseStatus>");
      } else if (asked.contains("barrierGateStatus")) {
        answer(
            socket,
            "<BarrierGateStatus><barrierGateStatus>"
                + position
                + "</barrierGateStatus></BarrierGateStatus>");
      } else {
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                    .getBytes(UTF_8));
        while (!over.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
          socket
              .getOutputStream()
              .write(
                  ("--b\r\nContent-Type: application/xml\r\n\r\n<EventNotificationAlert>"
                          + "<eventType>videoloss</eventType><eventState>inactive</eventState>"
                          + "</EventNotificationAlert>\r\n")
                      .getBytes(UTF_8));
        }
      }
    }
  }

  private static void answer(Socket socket, String body) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(UTF_8));
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
    var length = java.util.regex.Pattern.compile("Content-Length: (\\d+)").matcher(text.toString());
    if (length.find()) {
      text.append(
          new String(socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))), UTF_8));
    }
    return text.toString();
  }
}
