package cn.ecogate.simulator.dahua;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.camera.RawClient;
import cn.ecogate.simulator.camera.Rig;
import cn.ecogate.simulator.relay.Barrier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A Dahua camera speaks CGI to a client on a bare socket")
class DahuaCameraTest {

  private static final String SNAPS =
      "/cgi-bin/snapManager.cgi?action=attachFileProc&channel=1&heartbeat=1&Flags[0]=Event"
          + "&Events=[TrafficJunction]";
  private static final String PULSES =
      "/cgi-bin/eventManager.cgi?action=attach&codes=[TrafficJunction]&heartbeat=1";
  private static final String BOUNDARY = "myboundary";

  @TempDir private Path folder;
  private final Barrier barrier = new Barrier((motion, cause) -> {});
  private Rig rig;
  private DahuaCamera camera;

  @BeforeEach
  void plugIn() throws IOException {
    rig = new Rig(folder);
    camera = camera(0, false);
  }

  @AfterEach
  void pull() throws IOException {
    camera.plug().pull();
    rig.close();
  }

  @Test
  @DisplayName("a snapshot is a text of key=value lines and a JPEG, after a heartbeat")
  void snapshots() throws IOException {
    try (RawClient client = armed(SNAPS)) {
      assertThat(client.nextPart(BOUNDARY).text()).isEqualTo("Heartbeat\r\n");
      String event = camera.see(Rig.truck("A-01-camera", "鄂A06654", false));
      assertThat(nextEvent(client).text())
          .contains("Events[0].EventBaseInfo.Code=TrafficJunction\r\n")
          .contains("Events[0].GroupID=" + event + "\r\n")
          .contains("Events[0].CountInGroup=1\r\n")
          .contains("Events[0].TrafficCar.PlateNumber=鄂A06654\r\n")
          .contains("Events[0].TrafficCar.PlateColor=Yellow\r\n")
          .contains("Events[0].UTC=" + Rig.NOON.getEpochSecond() + "\r\n");
      assertThat(client.nextPart(BOUNDARY).is("image/jpeg")).isTrue();
    }
  }

  @Test
  @DisplayName("another firmware sends a group of two, and local time for UTC")
  void groups() throws IOException {
    camera.plug().pull();
    camera = camera(1, true);
    try (RawClient client = armed(SNAPS)) {
      String event = camera.see(Rig.truck("A-01-camera", "鄂A06654", false));
      assertThat(nextEvent(client).text())
          .contains("GroupID=" + event, "CountInGroup=2", "IndexInGroup=1")
          .contains("UTC=" + (Rig.NOON.getEpochSecond() + 8 * 3600));
      client.nextPart(BOUNDARY, "image/jpeg");
      assertThat(nextEvent(client).text()).contains("GroupID=" + event, "IndexInGroup=2");
    }
  }

  @Test
  @DisplayName("the event stream has JSON over several lines, and sometimes no length")
  void pulses() throws IOException {
    try (RawClient client = armed(PULSES)) {
      camera.see(Rig.truck("A-01-camera", "鄂A06654", false));
      RawClient.Part first = nextEvent(client);
      assertThat(first.text())
          .startsWith("Code=TrafficJunction;action=Pulse;index=0;data={\n")
          .contains("\"PlateNumber\":\"鄂A06654\"");
      camera.see(Rig.truck("A-01-camera", "鄂A06655", false));
      RawClient.Part second = client.nextPart(BOUNDARY);
      while (!second.headers().get("content-length").equals("0")) {
        second = client.nextPart(BOUNDARY);
      }
      assertThat(second.headers()).containsEntry("content-length", "0");
    }
  }

  @Test
  @DisplayName("the strobe opens and closes, the alarm input tells the loop")
  void strobe() throws IOException {
    try (RawClient client = admitted()) {
      assertThat(
              client
                  .ask(
                      "GET",
                      "/cgi-bin/trafficSnap.cgi?action=openStrobe&channel=1&info.openType=Normal"
                          + "&info.plateNumber=%E9%84%82A06654",
                      "")
                  .body())
          .isEqualTo("OK\r\n");
      assertThat(barrier.motion()).isEqualTo(Barrier.Motion.RISING);
      barrier.occupy(true);
      assertThat(client.ask("GET", "/cgi-bin/alarm.cgi?action=getInState", "").body())
          .isEqualTo("result=1\r\n");
      barrier.occupy(false);
      client.ask("GET", "/cgi-bin/trafficSnap.cgi?action=closeStrobe&channel=1", "");
      assertThat(barrier.motion()).isEqualTo(Barrier.Motion.LOWERING);
      assertThat(client.ask("GET", "/cgi-bin/nothing.cgi", "").status()).isEqualTo(501);
      assertThat(client.ask("GET", "/cgi-bin/eventManager.cgi?action=attach", "").status())
          .isEqualTo(400);
    }
    assertThat(rig.told()).contains("\"command\":\"openStrobe\",\"plate\":\"鄂A06654\"");
  }

  private RawClient.Part nextEvent(RawClient client) throws IOException {
    RawClient.Part part = client.nextPart(BOUNDARY);
    while (!part.text().contains("TrafficJunction")) {
      part = client.nextPart(BOUNDARY);
    }
    return part;
  }

  private DahuaCamera camera(int number, boolean wallTime) throws IOException {
    DahuaCamera made =
        new DahuaCamera(
            new DahuaCamera.Identity(
                number, "admin", "demo-1", Map.of(1, "A-01-camera"), Map.of(1, "东门"), wallTime, 0),
            rig.gear(),
            List.of(new DahuaGate(1, "A-01-barrier", barrier, rig.truth)));
    made.plug().plugIn();
    return made;
  }

  private RawClient admitted() throws IOException {
    RawClient client = new RawClient(camera.port(), "admin", "demo-1");
    assertThat(client.askBare("GET", "/", "").status()).isEqualTo(401);
    return client;
  }

  private RawClient armed(String target) throws IOException {
    RawClient client = admitted();
    assertThat(client.ask("GET", target, "").headers())
        .containsEntry("content-type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
    Rig.until(() -> camera.listeners() == 1);
    return client;
  }
}
