package cn.ecogate.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.adapter.api.BarrierReport.Position;
import cn.ecogate.adapter.api.DeviceHealth.State;
import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.GateCommand.AdmitAlone;
import cn.ecogate.adapter.api.GateCommand.CloseBarrier;
import cn.ecogate.adapter.api.GateCommand.LockClosed;
import cn.ecogate.adapter.api.GateCommand.LockOpen;
import cn.ecogate.adapter.api.GateCommand.OpenBarrier;
import cn.ecogate.adapter.api.GateCommand.Say;
import cn.ecogate.adapter.api.GateCommand.ShowLines;
import cn.ecogate.adapter.api.GateCommand.Tone;
import cn.ecogate.adapter.api.GateCommand.Unlock;
import cn.ecogate.adapter.api.GateException;
import cn.ecogate.adapter.api.PlateSeen;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A Vzenith camera on its TCP port, with barrier and board, over real sockets. */
@DisplayName("臻识 TCP：识别、补取、道闸、显示屏和白名单都走一条连接")
class VzenithCameraTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:30:05Z");

  private final Collected outlet = new Collected();
  private final PlainThreads threads = new PlainThreads();
  private final Switchboard switchboard =
      new Switchboard(threads, outlet, Clock.fixed(NOW, ZoneOffset.UTC), Quick.TIMINGS);
  private FakeVzenith camera;

  @BeforeEach
  void cameraIsThere() throws Exception {
    camera = new FakeVzenith();
  }

  @AfterEach
  void everyThreadEnds() throws Exception {
    switchboard.close(Duration.ofSeconds(5));
    camera.close();
    assertThat(threads.survivors(5_000)).isEmpty();
  }

  @Test
  @DisplayName("订阅之后，车辆带两张图片到达，并告诉摄像机我们在线")
  void vehicleArrivesWithItsPictures() throws Exception {
    install("vzenith-tcp", Map.of());
    outlet.healthIn(State.UP);
    camera.seen(7, "鲁A8HK52", "");

    PlateSeen seen = outlet.plate();

    assertThat(seen.plate()).isEqualTo("鲁A8HK52");
    assertThat(seen.eventId()).isEqualTo("1795138007/鲁A8HK52");
    assertThat(seen.pictures()).hasSize(2);
    assertThat(seen.late()).isFalse();
    assertThat(seen.receivedAt()).isEqualTo(NOW);
    assertThat(camera.asked.take()).contains("\"cmd\":\"ivsresult\"", "\"enable\":true");
    assertThat(Collected.next(camera.presences, p -> true)).contains("response_online");
    assertThat(Collected.next(camera.heartbeats, h -> true)).isEqualTo("beat");
  }

  @Test
  @DisplayName("有密码就先登录，密码不上线；不接受时说明白")
  void passwordIsAnsweredAndNeverSent() throws Exception {
    camera.refused.put("login_authentication", 401);
    install("vzenith-tcp", Map.of(), "admin", "secret-1");

    assertThat(outlet.healthIn(State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("摄像机不接受密码"));
    camera.refused.clear();
    outlet.healthIn(State.UP);
    assertThat(camera.asked).noneMatch(command -> command.contains("secret-1"));
  }

  @Test
  @DisplayName("断线期间的记录按顺序补取，都算迟到；被覆盖的跳过，没图的另取")
  void recordsOfAnAbsenceAreFetchedInOrderAsLate() throws Exception {
    install("vzenith-tcp", Map.of());
    outlet.healthIn(State.UP);
    camera.seen(1, "云A00001", "");
    outlet.plate();
    camera.records.put(1L, "云A00001");
    camera.records.put(2L, "云A00002");
    camera.records.put(4L, "云A00004");
    camera.hangUp();

    PlateSeen second = outlet.plate();
    PlateSeen fourth = outlet.plate();

    assertThat(second.plate()).isEqualTo("云A00002");
    assertThat(second.late()).isTrue();
    assertThat(second.pictures()).as("asked for apart").hasSize(1);
    assertThat(fourth.plate()).isEqualTo("云A00004");
    assertThat(outlet.plates).isEmpty();
    assertThat(switchboard.health().get(0).state()).isEqualTo(State.UP);
  }

  @Test
  @DisplayName("启动后只补取设定的条数；补取时新来的车不必等")
  void afterAStartOnlySoManyAreFetchedAndLiveVehiclesComeBetween() throws Exception {
    for (long record = 1; record <= 60; record++) {
      camera.records.put(record, "云A%05d".formatted(record));
    }
    install("vzenith-tcp", Map.of("catch-up", "40"));
    assertThat(outlet.plate().plate()).isEqualTo("云A00021");
    camera.seen(61, "云B00001", "");

    List<PlateSeen> rest = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rest.add(outlet.plate());
    }

    assertThat(rest).filteredOn(seen -> !seen.late()).hasSize(1);
    assertThat(rest.get(39).late()).as("the live one was not kept for the end").isTrue();
    assertThat(rest.stream().filter(PlateSeen::late).map(PlateSeen::plate)).isSorted();
  }

  @Test
  @DisplayName("记录取不回来时不卡住，也不影响新来的车")
  void recordThatIsNeverAnsweredIsLeftBehind() throws Exception {
    camera.records.put(1L, "云A00001");
    camera.refused.put("get_record", 500);
    install("vzenith-tcp", Map.of());
    outlet.healthIn(State.UP);
    camera.seen(2, "云A00002", "");

    assertThat(outlet.plate().plate()).isEqualTo("云A00002");
  }

  @Test
  @DisplayName("摄像机自己放行的车，记为迟到并说明")
  void whatTheCameraLetThroughAloneIsLateAndSaysSo() throws Exception {
    install("vzenith-tcp", Map.of());
    outlet.healthIn(State.UP);
    camera.seen(7, "云A8HK52", ",\"gioouts\":[{\"ctrltype\":2,\"ionum\":0}]");

    PlateSeen seen = outlet.plate();

    assertThat(seen.openedByCamera()).isTrue();
    assertThat(seen.late()).as("nothing may open for it").isTrue();
  }

  @Test
  @DisplayName("不答心跳就重连；乱码记下来，链路不断")
  void silenceReconnectsAndRubbishDoesNot() throws Exception {
    install("vzenith-tcp", Map.of());
    outlet.healthIn(State.UP);
    camera.raw("rubbish VZ".getBytes(StandardCharsets.US_ASCII));
    camera.push("{\"oops\"");
    camera.seen(7, "云A8HK52", "");
    assertThat(outlet.plate().plate()).isEqualTo("云A8HK52");
    assertThat(switchboard.health().get(0).errors()).isEqualTo(2);
    assertThat(camera.connections()).isEqualTo(1);

    camera.beats = false;
    assertThat(outlet.healthIn(State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("没有应答心跳"));
  }

  @Test
  @DisplayName("摄像机主动断开时说出它的理由")
  void farewellIsSaidInWords() throws Exception {
    install("vzenith-tcp", Map.of());
    outlet.healthIn(State.UP);
    camera.push("{\"cmd\":\"close_socket \",\"state_code\":129,\"error_msg\":\"slow\"}");

    assertThat(outlet.healthIn(State.DOWN).complaint())
        .hasValueSatisfying(c -> assertThat(c).contains("主动断开", "129"));
  }

  @Test
  @DisplayName("白名单：多的删去，少的补上，到期日不同的改写；以后只改变动的")
  void ownListIsBroughtInStep() throws Exception {
    camera.list.put("云A00001", "2026-11-23 00:00:00");
    camera.list.put("云A00002", "2026-11-20 00:00:00");
    camera.list.put("云A09999", "2026-11-23 00:00:00");
    install("vzenith-tcp", Map.of("white-list", "keep"));
    outlet.healthIn(State.UP);
    Instant until = Instant.parse("2026-11-22T16:00:00Z");

    switchboard.send("A-01-camera", new AdmitAlone(Set.of("云A00001", "云A00002", "云A00003"), until));

    Collected.next(camera.asked, c -> camera.list.size() == 3 && allOfThatDate());
    assertThat(camera.list)
        .containsOnlyKeys("云A00001", "云A00002", "云A00003")
        .containsEntry("云A00002", "2026-11-23 00:00:00");
  }

  private boolean allOfThatDate() {
    return camera.list.values().stream().allMatch("2026-11-23 00:00:00"::equals);
  }

  @Test
  @DisplayName("维护白名单时登记脱机检查，并不断报到；不维护时不登记")
  void offlineCheckIsRegisteredOnlyWithAListToDecideBy() throws Exception {
    install("vzenith-tcp", Map.of("white-list", "keep"));
    outlet.healthIn(State.UP);

    assertThat(camera.asked.take()).contains("ivsresult");
    assertThat(camera.asked.take()).contains("reg_offline_check", "\"interval\":2");
    Collected.next(camera.presences, p -> true);
    Collected.next(camera.presences, p -> true);
    install("vzenith-tcp", Map.of());
    outlet.healthIn(State.UP);
    camera.asked.clear();
    assertThatThrownBy(
            () -> switchboard.send("A-01-camera", new AdmitAlone(Set.of("云A00001"), NOW)))
        .hasMessageContaining("white-list: keep");
  }

  @Test
  @DisplayName("道闸：抬杆一个脉冲，锁定保持，地感上有车不落不锁")
  void barrierOnTheCamerasOutputs() throws Exception {
    switchboard.install(
        List.of(
            spec("A-01-camera", "vzenith-tcp", Map.of(), "", ""),
            spec(
                "A-01-barrier",
                "vzenith-barrier",
                Map.of("close-output", "1", "loop-input", "0", "down-input", "1"),
                "",
                "")));
    camera.inputs.put(1, 1);
    outlet.barrierAt(Position.DOWN);
    camera.asked.clear();

    switchboard.send("A-01-barrier", new OpenBarrier());
    assertThat(camera.asked.take()).contains("ioctl_resp", "\"delay\":500,\"io\":0,\"value\":2");
    camera.inputs.put(1, 0);
    assertThat(outlet.barrierAt(Position.UP).commanded()).isTrue();
    camera.inputs.put(0, 1);
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new CloseBarrier()))
        .hasMessageContaining("地感上有车");
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new LockClosed()))
        .hasMessageContaining("地感上有车");
    camera.inputs.put(0, 0);
    switchboard.send("A-01-barrier", new CloseBarrier());
    assertThat(camera.asked.take()).contains("\"io\":1,\"value\":2");
    switchboard.send("A-01-barrier", new LockOpen());
    assertThat(camera.asked.take()).contains("set_io_lock_status", "\"ioout\":0,\"status\":1");
    switchboard.send("A-01-barrier", new Unlock());
    assertThat(camera.asked.take()).contains("\"status\":0");
  }

  @Test
  @DisplayName("无人下令而抬杆，立刻由推送的输入看出；抬杆无应答时绝不重发")
  void unexplainedLiftIsSeenAndAnUnansweredOpeningIsNotRepeated() throws Exception {
    camera.inputs.put(1, 1);
    switchboard.install(
        List.of(spec("A-01-barrier", "vzenith-barrier", Map.of("down-input", "1"), "", "")));
    outlet.barrierAt(Position.DOWN);
    camera.inputs.put(1, 0);
    camera.push("{\"cmd\":\"gpio_trigger\",\"gpio\":1,\"value\":0}");
    assertThat(outlet.barrierAt(Position.UP).unexplainedLift()).isTrue();

    camera.ignored.add("ioctl_resp");
    camera.asked.clear();
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .isInstanceOf(LinkFailure.class)
        .hasMessageContaining("没有应答");
    assertThat(camera.asked).hasSize(1);
    camera.ignored.clear();
    camera.asked.clear();
    camera.refused.put("ioctl_resp", 405);
    switchboard.send("A-01-barrier", new OpenBarrier());
    assertThat(camera.asked.take()).contains("ioctl_resp");
    assertThat(camera.asked.take()).as("its older name").contains("\"cmd\":\"ioctl\"");
    camera.refused.put("ioctl", 405);
    assertThatThrownBy(() -> switchboard.send("A-01-barrier", new OpenBarrier()))
        .isInstanceOf(GateException.class)
        .hasMessageContaining("固件没有这个命令");
  }

  @Test
  @DisplayName("显示屏：停车屏的帧经透明通道送出；做不到的命令用一句话拒绝")
  void boardThroughTheTransparentChannel() throws Exception {
    switchboard.install(
        List.of(
            spec("A-01-camera", "vzenith-tcp", Map.of(), "", ""),
            spec("A-01-display", "vzenith-board", Map.of("lines", "2"), "", "")));
    Collected.next(camera.asked, c -> c.contains("\"subcmd\":\"init\",\"data\":\"rs485-1\""));
    Collected.next(
        outlet.healths, h -> h.deviceId().equals("A-01-display") && h.state() == State.UP);

    switchboard.send("A-01-display", new Say("欢迎光临,请入场停车"));
    switchboard.send("A-01-display", new ShowLines(List.of("一", "二", "三"), Tone.ADMIT, 5));

    assertThat(Collected.next(camera.asked, c -> c.contains("\"send\"")))
        .as("the golden voice frame, in base64")
        .contains("\"data\":\"AGT//zAUAbu206254sHZLMfryOuzoc2js7WpNg==\"", "\"comm\":\"rs485-1\"");
    assertThat(Collected.next(camera.asked, c -> c.contains("\"send\""))).contains("AGT//2I");
    assertThat(Collected.next(camera.asked, c -> c.contains("\"send\""))).contains("AGT//2I");
    assertThatThrownBy(() -> switchboard.send("A-01-display", new OpenBarrier()))
        .hasMessageContaining("不能起落道闸");
    assertThatThrownBy(() -> switchboard.send("A-01-camera", new OpenBarrier()))
        .hasMessageContaining("摄像机不接受");
  }

  private void install(String driver, Map<String, String> settings) throws GateException {
    install(driver, settings, "", "");
  }

  private void install(String driver, Map<String, String> settings, String user, String password)
      throws GateException {
    switchboard.install(List.of(spec("A-01-camera", driver, settings, user, password)));
  }

  private DeviceSpec spec(
      String id, String driver, Map<String, String> settings, String user, String password) {
    return new DeviceSpec(id, driver, "tcp://127.0.0.1:" + camera.port(), user, password, settings);
  }
}
