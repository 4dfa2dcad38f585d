package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.BarrierReport.Position;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.CloseBarrier;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateCommand.Say;
import cn.ecogate.adapter.api.GateException;
import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A relay board over TCP: every trap of the Modbus trade, once. */
class RelayBusTest {

  private static final String PULSE = "01 05 02 00 00 07 8D B0";
  private static final String ON = "01 05 00 00 FF 00 8C 3A";
  private static final String OFF = "01 05 00 00 00 00 CD CA";

  private final FakeRelay relay = new FakeRelay();
  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.systemUTC(), Quick.TIMINGS);
  private final FakeServer server =
      new FakeServer(
          (socket, number) -> relay.serve(socket.getInputStream(), socket.getOutputStream()));

  RelayBusTest() throws IOException {}

  @AfterEach
  void everyThreadEnds() throws Exception {
    switchboard.close(Duration.ofSeconds(5));
    server.close();
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  void openIsOneFrameThatTheBoardTimesItself() throws Exception {
    installed(Map.of());

    switchboard.send("A-01-barrier", new OpenBarrier());

    assertThat(relay.writes).containsExactly(PULSE);
  }

  @Test
  void unansweredOpenIsSentOnceAndNeverRepeated() throws Exception {
    installed(Map.of());
    relay.mute = true;

    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .isInstanceOf(LinkFailure.class)
        .hasMessageContaining("没有应答");

    assertThat(relay.writes).containsExactly(PULSE);
  }

  @Test
  void lateAnswerIsNotTakenForTheNextOne() throws Exception {
    installed(Map.of());
    relay.late = true;
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .isInstanceOf(LinkFailure.class);
    relay.late = false;
    relay.input(1, true);

    // The held echo arrives before the answer to some poll; the polls after it must be clean again.
    outlet.barrierAt(Position.UP);
    switchboard.send("A-01-barrier", new OpenBarrier());

    assertThat(relay.writes).containsExactly(PULSE, PULSE);
  }

  @Test
  void onWaitOffSwitchesOffByItselfAndAtTheStartToo() throws Exception {
    installed(Map.of("timing", "on-wait-off", "pulse-ms", "100", "close-coil", ""));
    assertThat(written()).as("whatever an earlier run left on").isEqualTo(OFF);

    switchboard.send("A-01-barrier", new OpenBarrier());

    assertThat(written()).isEqualTo(ON);
    assertThat(written()).isEqualTo(OFF);
    assertThat(relay.coil(0)).isFalse();
  }

  @Test
  void onWaitOffSwitchesOffBeforeTheLinkIsEnded() throws Exception {
    installed(Map.of("timing", "on-wait-off", "pulse-ms", "5000", "close-coil", ""));
    assertThat(written()).isEqualTo(OFF);
    switchboard.send("A-01-barrier", new OpenBarrier());
    assertThat(written()).isEqualTo(ON);

    switchboard.close(Duration.ofSeconds(5));

    assertThat(written()).isEqualTo(OFF);
    assertThat(relay.coil(0)).isFalse();
  }

  @Test
  void onWaitOffSwitchesOffEvenIfTheOnWasNotConfirmed() throws Exception {
    installed(Map.of("timing", "on-wait-off", "pulse-ms", "100", "close-coil", ""));
    assertThat(written()).isEqualTo(OFF);
    relay.mute = true;
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .isInstanceOf(LinkFailure.class);
    assertThat(written()).isEqualTo(ON);
    relay.mute = false;

    assertThat(written()).isEqualTo(OFF);
  }

  @Test
  void boomIsReportedAsItMovesAndOursIsCommanded() throws Exception {
    relay.input(2, true);
    installed(Map.of());
    outlet.barrierAt(Position.DOWN);

    switchboard.send("A-01-barrier", new OpenBarrier());
    relay.input(2, false);

    assertThat(outlet.barrierAt(Position.MOVING).commanded()).isTrue();
    relay.input(1, true);
    assertThat(outlet.barrierAt(Position.UP).commanded()).isTrue();
    assertThat(switchboard.barriers()).extracting(b -> b.position()).containsExactly(Position.UP);
  }

  @Test
  void boomThatRisesByItselfIsNotCommanded() throws Exception {
    relay.input(2, true);
    installed(Map.of());
    outlet.barrierAt(Position.DOWN);

    relay.input(2, false);

    assertThat(outlet.barrierAt(Position.MOVING).commanded()).isFalse();
  }

  @Test
  void boomIsNotLoweredOnAVehicle() throws Exception {
    relay.input(0, true);
    installed(Map.of());

    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new CloseBarrier()))
        .isInstanceOf(GateException.class)
        .isNotInstanceOf(LinkFailure.class)
        .hasMessageContaining("地感上有车");
    assertThat(relay.writes).isEmpty();

    relay.input(0, false);
    switchboard.send("A-01-barrier", new CloseBarrier());
    assertThat(written()).startsWith("01 05 02 01 00 07");
  }

  @Test
  void boomIsNotLoweredWhereNoLoopCouldTellOfAVehicle() throws Exception {
    installed(Map.of("loop-input", ""));

    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new CloseBarrier()))
        .hasMessageContaining("没有配置地感");
    assertThat(relay.writes).isEmpty();
  }

  @Test
  void deadBoardIsDownWithAWordOfAdviceAndComesBack() throws Exception {
    installed(Map.of());
    relay.dead = true;

    assertThat(outlet.healthIn(State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("请检查供电、站号"));
    relay.dead = false;

    assertThat(outlet.healthIn(State.UP).complaint()).isEmpty();
    switchboard.send("A-01-barrier", new OpenBarrier());
  }

  @Test
  void brokenConnectionIsMadeAgainByTheOneOwner() throws Exception {
    installed(Map.of());
    server.hangUp();

    assertThat(outlet.healthIn(State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("连接中断"));
    outlet.healthIn(State.UP);

    assertThat(threads.startedCount()).isEqualTo(1);
    switchboard.send("A-01-barrier", new OpenBarrier());
  }

  @Test
  void boardThatIsOffAtTheStartIsLinkedWhenItComes() throws Exception {
    int port = server.port();
    server.close();
    switchboard.install(List.of(spec(port, Map.of())));

    assertThat(outlet.healthIn(State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("被拒绝"));
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .isInstanceOf(LinkFailure.class)
        .hasMessageContaining("A-01-barrier：")
        .hasMessageContaining("被拒绝");
    try (FakeServer later = new FakeServer(port, this::serve)) {
      outlet.healthIn(State.UP);
      switchboard.send("A-01-barrier", new OpenBarrier());
      assertThat(later.connections()).isEqualTo(1);
    }
  }

  private void serve(Socket socket, int number) throws IOException {
    relay.serve(socket.getInputStream(), socket.getOutputStream());
  }

  @Test
  void inputsAreNotPolledWhileNobodyTakesTheReports() throws Exception {
    relay.input(2, true);
    installed(Map.of());
    outlet.barrierAt(Position.DOWN);
    outlet.room = false;
    // One command later every poll that was under way is over.
    switchboard.send("A-01-barrier", new OpenBarrier());
    relay.input(2, false);
    assertThat(outlet.barriers.poll(200, TimeUnit.MILLISECONDS)).isNull();

    outlet.room = true;

    outlet.barrierAt(Position.MOVING);
  }

  @Test
  void barrierDoesNotSpeak() throws Exception {
    installed(Map.of());

    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new Say("你好")))
        .isInstanceOf(GateException.class)
        .isNotInstanceOf(LinkFailure.class)
        .hasMessageContaining("道闸不能");
  }

  private String written() throws InterruptedException {
    return Collected.next(relay.writes, w -> true);
  }

  private void installed(Map<String, String> settings) throws Exception {
    switchboard.install(List.of(spec(server.port(), settings)));
    outlet.healthIn(State.UP);
  }

  private static DeviceSpec spec(int port, Map<String, String> settings) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "open-coil",
                "0",
                "close-coil",
                "1",
                "loop-input",
                "0",
                "up-input",
                "1",
                "down-input",
                "2"));
    all.putAll(settings);
    return new DeviceSpec("A-01-barrier", "modbus-relay", "tcp://127.0.0.1:" + port, "", "", all);
  }
}
