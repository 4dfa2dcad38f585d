package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.BarrierReport.Position;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A relay board on a serial port: through a pair of pseudo terminals, unplugged and plugged in
 * again.
 */
@Timeout(60)
class SerialRelayIT {

  private static final String PULSE = "01 05 02 00 00 07 8D B0";

  @TempDir private Path folder;

  private final FakeRelay relay = new FakeRelay();
  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.systemUTC(), Quick.TIMINGS);
  private SerialPair pair;

  @BeforeEach
  void plugIn() throws IOException {
    pair = new SerialPair(folder);
    pair.plugIn();
    serveRelay();
  }

  @AfterEach
  void everyThreadEnds() throws InterruptedException {
    switchboard.close(Duration.ofSeconds(10));
    pair.close();
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  void barrierIsOpenedAndItsInputsRead() throws Exception {
    relay.input(2, true);
    install();
    outlet.healthIn(State.UP);
    outlet.barrierAt(Position.DOWN);

    switchboard.send("A-01-barrier", new OpenBarrier());
    relay.input(2, false);

    assertThat(relay.writes).containsExactly(PULSE);
    assertThat(outlet.barrierAt(Position.MOVING).commanded()).isTrue();
  }

  @Test
  void unpluggedConverterIsNoticedAndRecoversWhenPluggedInAgain() throws Exception {
    install();
    outlet.healthIn(State.UP);

    pair.pullOut();

    assertThat(outlet.healthIn(State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("串口"));
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .isInstanceOf(LinkFailure.class);

    pair.plugIn();
    serveRelay();
    outlet.healthIn(State.UP);
    switchboard.send("A-01-barrier", new OpenBarrier());
    assertThat(relay.writes).containsExactly(PULSE);
  }

  @Test
  void portThatIsNotThereIsSaidInWordsAndLinkedWhenItComes() throws Exception {
    pair.pullOut();
    install();

    assertThat(outlet.healthIn(State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("不存在，请检查 USB 转换器"));

    pair.plugIn();
    serveRelay();
    outlet.healthIn(State.UP);
  }

  private String address() {
    return "serial:" + pair.ours() + "?baud=9600";
  }

  private void install() throws Exception {
    switchboard.install(
        List.of(
            new DeviceSpec(
                "A-01-barrier",
                "modbus-relay",
                address(),
                "",
                "",
                Map.of("open-coil", "0", "up-input", "1", "down-input", "2"))));
  }

  private void serveRelay() throws IOException {
    FileInputStream from = new FileInputStream(pair.theirs().toFile());
    FileOutputStream to = new FileOutputStream(pair.theirs().toFile());
    Thread thread =
        new Thread(
            () -> {
              try (from;
                  to) {
                relay.serve(from, to);
              } catch (IOException e) {
                // unplugged
              }
            },
            "relay-board");
    thread.setDaemon(true);
    thread.start();
  }
}
