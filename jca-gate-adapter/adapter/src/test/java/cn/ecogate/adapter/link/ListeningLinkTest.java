package cn.ecogate.adapter.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.DeviceHealth;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.TagText;
import cn.ecogate.adapter.api.WeightReport;
import cn.ecogate.adapter.api.WeightSeen;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Weighbridges and scanners over TCP. */
class ListeningLinkTest {

  private final BlockingQueue<OutputStream> lines = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> plug = new LinkedBlockingQueue<>();
  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.systemUTC(), Quick.TIMINGS);
  private final FakeServer server = new FakeServer(this::serve);

  ListeningLinkTest() throws IOException {}

  @AfterEach
  void everyThreadEnds() throws Exception {
    switchboard.close(Duration.ofSeconds(5));
    plug.add("pulled");
    server.close();
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  @DisplayName("车辆上磅稳定后报一次重量，屏幕随之变化")
  void settledWeightIsToldOnce() throws Exception {
    install("st-gs", Map.of());
    OutputStream line = lines.take();

    say(line, "ST,GS,+0000000kg", 5);
    say(line, "US,GS,+0031200kg", 3);
    say(line, "ST,GS,+0049860kg", 12);

    WeightSeen seen = Collected.next(outlet.weights, w -> true);
    assertThat(seen.gross()).isEqualByComparingTo(new BigDecimal("49860"));
    assertThat(seen.net()).isNull();
    assertThat(seen.tare()).isNull();
    assertThat(seen.stableFrames()).isEqualTo(5);
    assertThat(seen.corrected()).isEmpty();
    assertThat(seen.rawDigest()).hasSize(64);
    assertThat(shown(WeightReport.State.SETTLED).kilograms()).isEqualByComparingTo("49860");
    outlet.healthIn(State.UP);
    assertThat(switchboard.weights())
        .singleElement()
        .matches(w -> w.state() == WeightReport.State.SETTLED);

    say(line, "ST,GS,+0050000kg", 12);

    assertThat(Collected.next(outlet.weights, w -> true).corrected()).contains(seen.eventId());
    assertThat(outlet.weights).isEmpty();
  }

  @Test
  @DisplayName("两秒没有数据：说明原因，屏幕不再显示重量；恢复后自动好转")
  void silentScaleIsStale() throws Exception {
    install("st-gs", Map.of());
    for (int round = 0; round < 2; round++) {
      OutputStream line = lines.take();
      say(line, "ST,GS,+0000000kg", 3);
      outlet.healthIn(State.UP);
      shown(WeightReport.State.EMPTY);

      DeviceHealth down = outlet.healthIn(State.DOWN);

      assertThat(down.complaint().orElseThrow()).contains("秒没有数据");
      assertThat(shown(WeightReport.State.SILENT).kilograms()).isNull();
    }
  }

  @Test
  @DisplayName("波特率不对：收到的全是乱码时说明要查什么")
  void rubbishIsSaidInWords() throws Exception {
    install("yaohua-a9", Map.of());
    OutputStream line = lines.take();

    line.write(new byte[640]);
    line.flush();

    DeviceHealth health = Collected.next(outlet.healths, h -> h.complaint().isPresent());
    assertThat(health.complaint().orElseThrow()).contains("波特率");
    assertThat(switchboard.health().get(0).errors()).isPositive();
  }

  @Test
  @DisplayName("超载、负值用文字说明")
  void overloadAndNegativeAreSaidInWords() throws Exception {
    install("st-gs", Map.of());
    OutputStream line = lines.take();

    say(line, "OL,GS,+ -------kg", 2);
    assertThat(complaint()).contains("超过最大称量");
    shown(WeightReport.State.OVERLOAD);
    say(line, "ST,GS,-0000100kg", 2);
    assertThat(complaint()).contains("负");
    say(line, "ST,GS,+0000000kg", 12);
    Collected.next(outlet.healths, h -> h.complaint().isEmpty());
  }

  @Test
  @DisplayName("拔线后自动重连，同一辆车不再报")
  void lostLineIsTakenUpAgain() throws Exception {
    install("st-gs", Map.of());
    say(lines.take(), "ST,GS,+0049860kg", 6);
    Collected.next(outlet.weights, w -> true);
    server.hangUp();
    outlet.healthIn(State.DOWN);
    shown(WeightReport.State.SILENT);

    OutputStream again = lines.take();
    say(again, "ST,GS,+0049860kg", 12);

    outlet.healthIn(State.UP);
    shown(WeightReport.State.SETTLED);
    assertThat(outlet.weights).isEmpty();
  }

  @Test
  @DisplayName("扫码器：二维码、条码、重复扫描")
  void scannedTextIsToldOnce() throws Exception {
    install("text-scanner", Map.of("repeat-seconds", "60"));
    OutputStream line = lines.take();
    outlet.healthIn(State.UP);

    say(line, "http://xxgk.vecc.org.cn/vin/LFWSRXSJ0N1E08214", 3);
    say(line, "装载机3号", 1);

    var first = Collected.next(outlet.tags, t -> true);
    assertThat(first.kind()).isEqualTo(TagText.Kind.VIN);
    assertThat(first.value()).isEqualTo("LFWSRXSJ0N1E08214");
    assertThat(first.text()).startsWith("http://");
    assertThat(Collected.next(outlet.tags, t -> true).text()).isEqualTo("装载机3号");
    assertThat(outlet.tags).isEmpty();
  }

  @Test
  @DisplayName("标签读写器：不是标签的行说明原因，链路不断")
  void epcReaderSurvivesAnything() throws Exception {
    install("epc-reader", Map.of());
    OutputStream line = lines.take();

    say(line, "READY", 1);
    say(line, "E28011606000020D1A2B3C4D", 1);

    assertThat(complaint()).contains("EPC");
    var tag = Collected.next(outlet.tags, t -> true);
    assertThat(tag.kind()).isEqualTo(TagText.Kind.EPC);
    assertThat(tag.value()).isEqualTo("E28011606000020D1A2B3C4D");
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  @DisplayName("没有行结束符时说明怎样设置")
  void lineWithoutEndIsSaidInWords() throws Exception {
    install("text-scanner", Map.of());
    OutputStream line = lines.take();

    line.write("LFWSRXSJ0N1E08214".getBytes(US_ASCII));
    line.flush();

    assertThat(complaint()).contains("行结束符");
  }

  @Test
  @DisplayName("地磅不接受命令，也不与别的设备共用线路")
  void scaleObeysNothingAndSharesNothing() throws Exception {
    install("st-gs", Map.of());

    assertThatThrownBy(() -> switchboard.send("d", new OpenBarrier()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("不接受命令");
    assertThatThrownBy(
            () ->
                switchboard.install(
                    List.of(spec("d", "st-gs", Map.of()), spec("e", "text-scanner", Map.of()))))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("共用");
  }

  private void install(String driver, Map<String, String> settings) throws Exception {
    switchboard.install(List.of(spec("d", driver, settings)));
  }

  private DeviceSpec spec(String id, String driver, Map<String, String> settings) {
    return new DeviceSpec(id, driver, "tcp://127.0.0.1:" + server.port(), "", "", settings);
  }

  private WeightReport shown(WeightReport.State state) throws InterruptedException {
    return Collected.next(outlet.scales, r -> r.state() == state);
  }

  private String complaint() throws InterruptedException {
    return Collected.next(outlet.healths, h -> h.complaint().isPresent()).complaint().orElseThrow();
  }

  private static void say(OutputStream line, String text, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      line.write((text + "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    line.flush();
  }

  private void serve(Socket socket, int number) throws IOException, InterruptedException {
    lines.add(socket.getOutputStream());
    socket.getInputStream().read(); // Until the other side goes.
  }
}
