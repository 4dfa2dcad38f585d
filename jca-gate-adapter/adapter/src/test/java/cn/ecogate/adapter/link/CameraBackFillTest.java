package cn.ecogate.adapter.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.PlateSeen;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("海康：断线期间漏收的车辆从摄像机的清单补取")
class CameraBackFillTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:30:05Z");

  private final CountDownLatch over = new CountDownLatch(1);
  private final BlockingQueue<String> cursors = new LinkedBlockingQueue<>();
  private final List<String> list = new ArrayList<>();
  private final AtomicInteger streams = new AtomicInteger();
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
  @DisplayName("流没有说过的补为迟到，按先后；说过的不再来一次，不论名字叫什么")
  void whatTheStreamDidNotTellIsFetchedInOrder() throws Exception {
    list.addAll(
        List.of(
            listed("202611210929590000", "20261121T092959", "苏A00001"),
            listed("202611210930030000", "20261121T093003", "黄苏A00003"),
            listed("202611210930020000", "20261121T093002", "蓝苏A00002"),
            listed("202611210930041230", "20261121T093004", "蓝苏A00004")));
    try (FakeServer camera =
        camera(
            first -> event(first, "U1", "苏A00001", "2026-11-21T09:29:59+08:00", ""),
            second ->
                event(second, "U4", "苏A99999", "2026-11-21T09:31:04+08:00", "20261121093004123"))) {
      install(camera);

      assertThat(outlet.plate().eventId()).isEqualTo("U1");
      assertThat(outlet.plate().eventId()).isEqualTo("U4");
      PlateSeen missed = outlet.plate();
      assertThat(missed.eventId()).isEqualTo("202611210930020000");
      assertThat(missed.late()).isTrue();
      assertThat(missed.plate()).isEqualTo("苏A00002");
      assertThat(missed.color()).isEqualTo(PlateSeen.Color.BLUE);
      assertThat(missed.deviceTime()).isEqualTo("2026-11-21T01:30:02Z");
      assertThat(outlet.plate().plate()).isEqualTo("苏A00003");
      assertThat(outlet.plates.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  @DisplayName("游标是最后的图片名（字符串），一页接一页，直到没有更多")
  void pagesFollowEachOtherByTheLastName() throws Exception {
    list.add(listed("2026112109300278954008732", "20261121T093002", "苏A00002"));
    try (FakeServer camera =
        camera(
            first -> event(first, "U1", "苏A00001", "2026-11-21T09:29:59+08:00", ""),
            second -> {})) {
      install(camera);
      outlet.plate();

      assertThat(outlet.plate().plate()).isEqualTo("苏A00002");
      assertThat(Collected.next(cursors, c -> true)).isEqualTo("20261121T092958");
      assertThat(Collected.next(cursors, c -> true)).isEqualTo("2026112109300278954008732");
    }
  }

  @Test
  @DisplayName("清单先补了、流后来又作为历史补传：不再来一次")
  void historyOnTheStreamAfterTheListIsTheSameVehicle() throws Exception {
    list.add(listed("202611210930020000", "20261121T093002", "苏A00002"));
    CountDownLatch filled = new CountDownLatch(1);
    try (FakeServer camera =
        camera(
            first -> event(first, "U1", "苏A00001", "2026-11-21T09:29:59+08:00", ""),
            second -> {
              beatUntil(second, filled);
              late(second, "U2", "苏A00002", "2026-11-21T09:30:02+08:00");
              event(second, "U3", "苏A00003", "2026-11-21T09:40:00+08:00", "");
            })) {
      install(camera);
      outlet.plate();
      assertThat(outlet.plate().eventId()).isEqualTo("202611210930020000");
      filled.countDown();

      assertThat(outlet.plate().eventId()).isEqualTo("U3");
    }
  }

  @Test
  @DisplayName("正在门口的车同时出现在清单里：只作为实时的车来，不被挡住")
  void liveVehicleIsNeverHeldBack() throws Exception {
    list.add(listed("202611210935000000", "20261121T093500", "苏A00005"));
    CountDownLatch asked = new CountDownLatch(1);
    try (FakeServer camera =
        camera(
            first -> event(first, "U1", "苏A00001", "2026-11-21T09:29:59+08:00", ""),
            second -> {
              beatUntil(second, asked);
              event(second, "U5", "苏A00005", "2026-11-21T09:35:00+08:00", "");
            })) {
      install(camera);
      outlet.plate();
      Collected.next(cursors, c -> true);
      asked.countDown();

      PlateSeen live = outlet.plate();
      assertThat(live.eventId()).isEqualTo("U5");
      assertThat(live.late()).isFalse();
      assertThat(outlet.plates.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  @DisplayName("没有清单的摄像机：流照常，不报故障")
  void cameraWithoutAListStreamsOn() throws Exception {
    try (FakeServer camera =
        new FakeServer(
            (socket, n) -> {
              if (request(socket).startsWith("POST ")) {
                write(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                cursors.add("refused");
                return;
              }
              accept(socket);
              event(
                  socket,
                  "U" + streams.incrementAndGet(),
                  "苏A00001",
                  "2026-11-21T09:29:59+08:00",
                  "");
              if (streams.get() > 1) {
                beatUntil(socket, over);
              }
            })) {
      install(camera);
      outlet.plate();
      outlet.plate();
      Collected.next(cursors, c -> true);

      assertThat(switchboard.health().get(0).complaint()).isEmpty();
    }
  }

  @Test
  @DisplayName("程序重启：从上次记录的时刻起补取")
  void restartAsksFromWhatWasRecordedLast() throws Exception {
    list.add(listed("202611210929000000", "20261121T092900", "苏A00001"));
    list.add(listed("202611210930020000", "20261121T093002", "苏A00002"));
    switchboard.heardUntil(Map.of("A-01-camera", Instant.parse("2026-11-21T01:30:00Z")));
    try (FakeServer camera = camera(first -> beatUntil(first, over), second -> {})) {
      install(camera);

      assertThat(outlet.plate().plate()).isEqualTo("苏A00002");
      assertThat(Collected.next(cursors, c -> true)).isEqualTo("20261121T092959");
    }
  }

  @Test
  @DisplayName("改了设备重新安装：缺口不因此丢失")
  void reinstalledLinkInheritsWhatWasHeard() throws Exception {
    list.add(listed("202611210930020000", "20261121T093002", "苏A00002"));
    try (FakeServer camera =
        camera(
            first -> {
              event(first, "U1", "苏A00001", "2026-11-21T09:29:59+08:00", "");
              beatUntil(first, over);
            },
            second -> {})) {
      install(camera);
      outlet.plate();
      switchboard.install(List.of(spec(camera, Map.of("channel", "1", "zone", "Asia/Chongqing"))));

      assertThat(outlet.plate().plate()).isEqualTo("苏A00002");
    }
  }

  private interface Telling {
    void tell(Socket socket) throws IOException, InterruptedException;
  }

  /** Its first stream ends after what it tells, the second one stays. */
  private FakeServer camera(Telling first, Telling second) throws IOException {
    return new FakeServer(
        (socket, n) -> {
          String request = request(socket);
          if (request.startsWith("POST ")) {
            plates(socket, request);
            return;
          }
          accept(socket);
          if (streams.incrementAndGet() == 1) {
            first.tell(socket);
          } else {
            second.tell(socket);
            beatUntil(socket, over);
          }
        });
  }

  private void plates(Socket socket, String request) throws IOException {
    String cursor = request.replaceFirst("(?s).*<picTime>(.*)</picTime>.*", "$1");
    assertThat(request).startsWith("POST /ISAPI/Traffic/channels/1/vehicleDetect/plates ");
    cursors.add(cursor);
    boolean more = cursor.contains("T");
    String body =
        "<Plates xmlns=\"http://www.isapi.org/ver20/XMLSchema\">"
            + (more ? String.join("", list) : "")
            + "</Plates>";
    write(
        socket,
        "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: "
            + body.getBytes(UTF_8).length
            + "\r\n\r\n"
            + body);
  }

  private static String listed(String name, String time, String plate) {
    return "<Plate><captureTime>"
        + time
        + "+0800</captureTime><plateNumber>"
        + plate
        + "</plateNumber><picName>"
        + name
        + "</picName><direction>forward</direction></Plate>";
  }

  private static void event(Socket socket, String uuid, String plate, String time, String moment)
      throws IOException {
    tell(socket, uuid, plate, time, moment.isEmpty() ? "" : "<absTime>" + moment + "</absTime>");
  }

  private static void late(Socket socket, String uuid, String plate, String time)
      throws IOException {
    tell(socket, uuid, plate, time, "<isDataRetransmission>true</isDataRetransmission>");
  }

  private static void tell(Socket socket, String uuid, String plate, String time, String more)
      throws IOException {
    part(
        socket,
        "<EventNotificationAlert><dateTime>"
            + time
            + "</dateTime><eventType>ANPR</eventType><ANPR><licensePlate>"
            + plate
            + "</licensePlate><pictureInfoList/></ANPR><UUID>"
            + uuid
            + "</UUID>"
            + more
            + "</EventNotificationAlert>");
  }

  private void beatUntil(Socket socket, CountDownLatch latch)
      throws IOException, InterruptedException {
    while (!latch.await(100, TimeUnit.MILLISECONDS) && over.getCount() > 0) {
      part(
          socket,
          "<EventNotificationAlert><eventType>videoloss</eventType><eventState>inactive</eventState>"
              + "</EventNotificationAlert>");
    }
  }

  private static void part(Socket socket, String xml) throws IOException {
    write(
        socket,
        "--b\r\nContent-Type: application/xml\r\nContent-Length: "
            + xml.getBytes(UTF_8).length
            + "\r\n\r\n"
            + xml
            + "\r\n");
  }

  private static void accept(Socket socket) throws IOException {
    write(socket, "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
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
    String head = text.toString();
    int length =
        head.contains("Content-Length: ")
            ? Integer.parseInt(head.replaceFirst("(?s).*Content-Length: ([0-9]+).*", "$1"))
            : 0;
    return head + new String(in.readNBytes(length), UTF_8);
  }

  private void install(FakeServer camera) throws Exception {
    switchboard.install(List.of(spec(camera, Map.of("channel", "1"))));
  }

  private static DeviceSpec spec(FakeServer camera, Map<String, String> settings) {
    return new DeviceSpec(
        "A-01-camera", "hikvision-stream", "http://127.0.0.1:" + camera.port(), "", "", settings);
  }
}
