package cn.ecogate.adapter.link;

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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A barrier that is held up or down by a relay board. */
class RelayLockTest {

  private static final String OPEN_ON = "01 05 00 00 FF 00 8C 3A";
  private static final String OPEN_OFF = "01 05 00 00 00 00 CD CA";
  private static final String CLOSE_ON = "01 05 00 01 FF 00 DD FA";
  private static final String CLOSE_OFF = "01 05 00 01 00 00 9C 0A";

  private final FakeRelay relay = new FakeRelay();
  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.systemUTC(), Quick.TIMINGS);
  private final FakeServer server =
      new FakeServer(
          (socket, number) -> relay.serve(socket.getInputStream(), socket.getOutputStream()));

  RelayLockTest() throws IOException {}

  @AfterEach
  void everyThreadEnds() throws Exception {
    switchboard.close(Duration.ofSeconds(5));
    server.close();
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  void heldUpUntilUnlocked() throws Exception {
    installed("on-wait-off");

    tell(new LockOpen());
    tell(new OpenBarrier());
    assertThat(written(3)).as("opening what is held up presses nothing").endsWith(OPEN_ON);
    assertThat(relay.coil(0)).isTrue();
    assertThatThrownBy(() -> tell(new CloseBarrier())).hasMessageContaining("已锁定常开");

    tell(new Unlock());
    assertThat(relay.coil(0)).isFalse();
    tell(new CloseBarrier());
    assertThat(Collected.next(relay.writes, CLOSE_ON::equals)).isEqualTo(CLOSE_ON);
  }

  @Test
  void heldDownItDoesNotOpen() throws Exception {
    installed("on-wait-off");

    tell(new LockClosed());

    assertThat(relay.coil(1)).isTrue();
    assertThatThrownBy(() -> tell(new OpenBarrier()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("已锁定常闭");
    assertThat(relay.coil(0)).isFalse();
    tell(new Unlock());
    tell(new OpenBarrier());
    assertThat(Collected.next(relay.writes, OPEN_ON::equals)).isEqualTo(OPEN_ON);
  }

  @Test
  void notLockedDownOnAVehicle() throws Exception {
    relay.input(0, true);
    installed("on-wait-off");
    written(2);

    assertThatThrownBy(() -> tell(new LockClosed())).hasMessageContaining("地感上有车");

    assertThat(relay.writes).isEmpty();
  }

  @Test
  void fromOneLockToTheOtherOneButtonIsLetGoFirst() throws Exception {
    installed("on-wait-off");
    tell(new LockOpen());
    written(3);

    tell(new LockClosed());

    assertThat(written(2)).containsExactly(OPEN_OFF, CLOSE_ON);
  }

  @Test
  void aBoardThatTimesItselfCannotHold() throws Exception {
    installed("board-timed");

    assertThatThrownBy(() -> tell(new LockOpen()))
        .isInstanceOf(GateException.class)
        .isNotInstanceOf(LinkFailure.class)
        .hasMessageContaining("不能按住按钮");
    assertThatThrownBy(() -> tell(new LockClosed())).hasMessageContaining("on-wait-off");
    assertThat(relay.writes).isEmpty();
  }

  @Test
  void aLockThatIsNotConfirmedIsReleasedAgain() throws Exception {
    installed("on-wait-off");
    written(2);
    relay.mute = true;

    assertThatThrownBy(() -> tell(new LockOpen())).isInstanceOf(LinkFailure.class);
    relay.mute = false;

    assertThat(Collected.next(relay.writes, OPEN_OFF::equals)).isEqualTo(OPEN_OFF);
    assertThat(relay.coil(0)).isFalse();
  }

  @Test
  void theLockOutlivesTheConnection() throws Exception {
    installed("on-wait-off");
    tell(new LockOpen());
    written(3);

    server.hangUp();
    outlet.healthIn(State.DOWN);
    outlet.healthIn(State.UP);

    assertThat(Collected.next(relay.writes, w -> true)).as("the other button").isEqualTo(CLOSE_OFF);
    assertThat(relay.coil(0)).isTrue();
    tell(new LockOpen());
    assertThat(Collected.next(relay.writes, OPEN_ON::equals)).isEqualTo(OPEN_ON);
  }

  @Test
  void aRiseWhileHeldUpIsNoUnexplainedLift() throws Exception {
    relay.input(2, true);
    installed("on-wait-off");
    outlet.barrierAt(Position.DOWN);
    tell(new LockOpen());

    relay.input(2, false);

    assertThat(outlet.barrierAt(Position.MOVING).unexplainedLift()).isFalse();
  }

  private void tell(cn.ecogate.adapter.api.GateCommand command) throws GateException {
    switchboard.send("A-01-barrier", command);
  }

  private List<String> written(int count) throws InterruptedException {
    List<String> frames = new java.util.ArrayList<>();
    for (int i = 0; i < count; i++) {
      frames.add(Collected.next(relay.writes, w -> true));
    }
    return frames;
  }

  private void installed(String timing) throws Exception {
    switchboard.install(
        List.of(
            new DeviceSpec(
                "A-01-barrier",
                "modbus-relay",
                "tcp://127.0.0.1:" + server.port(),
                "",
                "",
                Map.of(
                    "timing",
                    timing,
                    "open-coil",
                    "0",
                    "close-coil",
                    "1",
                    "loop-input",
                    "0",
                    "up-input",
                    "1",
                    "down-input",
                    "2"))));
    outlet.healthIn(State.UP);
  }
}
