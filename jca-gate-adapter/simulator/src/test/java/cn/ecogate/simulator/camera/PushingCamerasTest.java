package cn.ecogate.simulator.camera;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.hikvision.HikvisionPush;
import cn.ecogate.simulator.huaxia.HuaxiaPush;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.relay.Barrier;
import cn.ecogate.simulator.vzenith.VzenithPush;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Cameras that call repeat themselves as their brands do")
class PushingCamerasTest {

  private static final String STORED =
      "{\"Response_AlarmInfoPlate\":{\"info\":\"no\",\"content\":\"retransfer_stop\"}}";

  @TempDir private Path folder;
  private Rig rig;
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    rig = new Rig(folder);
  }

  @AfterEach
  void close() throws IOException {
    if (desk != null) {
      desk.close();
    }
    rig.close();
  }

  @Test
  @DisplayName("Vzenith says an event again until it hears retransfer_stop, and then no more")
  void vzenithRepeats() throws IOException {
    AtomicBoolean stop = new AtomicBoolean();
    PushingCamera camera = vzenith(body -> stop.get() ? STORED : "{}");
    String event = camera.see(Rig.truck("A-01-camera", "川A12345", false));
    Rig.until(() -> desk.got("\"plateid\":" + event).size() == 2);
    stop.set(true);
    Rig.until(() -> desk.got("\"plateid\":" + event).size() == 3);
    String later = camera.see(Rig.truck("A-01-camera", "川A12346", false));
    Rig.until(() -> desk.got("\"plateid\":" + later).size() == 1);
    assertThat(desk.got("\"plateid\":" + event)).hasSize(3);
    assertThat(desk.got(event).get(0))
        .contains("\"license\":\"川A12345\"", "\"imagePath\":\"%2Fmnt", "%B4%A8A12345.jpg")
        .endsWith(",}}");
  }

  @Test
  @DisplayName("Vzenith sends stored records one by one, the next when told to continue")
  void vzenithStored() throws IOException {
    AtomicBoolean go = new AtomicBoolean();
    PushingCamera camera =
        vzenith(
            body ->
                go.get() && body.contains("\"isoffline\":1")
                    ? "{\"Response_AlarmInfoPlate\":{\"ContinuePushOffline\":{\"plateid\":"
                        + body.replaceAll("(?s).*\"plateid\":(\\d+).*", "$1")
                        + ",\"continue\":1}}}"
                    : STORED);
    String first = camera.see(Rig.truck("A-01-camera", "川A12345", true));
    String second = camera.see(Rig.truck("A-01-camera", "川A12346", true));
    Rig.until(() -> desk.got("\"plateid\":" + first).size() == 1);
    assertThat(desk.got("\"plateid\":" + second)).isEmpty();
    go.set(true);
    Rig.until(() -> desk.got("\"plateid\":" + second).size() == 1);
  }

  @Test
  @DisplayName("its heartbeat carries the password in clear; a reply of ok would open")
  void vzenithHeartbeat() throws IOException {
    PushingCamera camera =
        vzenith(
            body -> body.contains("AlarmInfoPlate") ? STORED.replace("\"no\"", "\"ok\"") : "{}");
    Rig.until(() -> camera.listeners() == 1);
    assertThat(desk.got("pass_wd").get(0)).contains("device-secret");
    camera.see(Rig.truck("A-01-camera", "川A12345", false));
    Rig.until(() -> told("opened-by-reply"));
  }

  @Test
  @DisplayName("unplugged it reaches nobody; what it saw comes later as history")
  void hikvisionUnplugged() throws IOException {
    desk = new Desk(body -> "");
    HikvisionPush camera = new HikvisionPush(rig.gear(), "A-01-camera", "东门", 0, desk.uri());
    camera.plug().plugIn();
    camera.begin();
    Rig.until(() -> camera.listeners() == 1);
    camera.plug().pull();
    String missed = camera.see(Rig.truck("A-01-camera", "云A6K218", false));
    Rig.until(() -> camera.listeners() == 0);
    camera.plug().plugIn();
    Rig.until(() -> desk.got(missed).size() == 1);
    assertThat(desk.got(missed).get(0))
        .contains("<isDataRetransmission>true<", "filename=\"detectionPicture.jpg\"");
  }

  @Test
  @DisplayName("Huaxia posts a form with its own base64; a double and a lie on command")
  void huaxia() throws IOException {
    desk = new Desk(body -> "{\"error_num\":0,\"error_str\":\"noerror\"}");
    HuaxiaPush camera =
        new HuaxiaPush(
            rig.gear(),
            "A-01-camera",
            "东门",
            true,
            0,
            desk.uri(),
            Optional.of(new Barrier((motion, cause) -> {})));
    camera.plug().plugIn();
    camera.begin();
    Rig.until(() -> camera.listeners() == 1);
    camera.see(Rig.truck("A-01-camera", "云A6K218", false));
    Rig.until(() -> desk.got("type=online").size() == 1);
    String form = desk.got("type=online").get(0);
    assertThat(form).contains("plate_num=%E4%BA%91A6K218", "vdc_type=in");
    assertThat(form.replaceAll(".*&picture=([^&]*)&.*", "$1")).matches("[A-Za-z0-9_.-]+");
    rig.mischief.order(Mischief.Fault.LIE, 1);
    camera.see(Rig.truck("A-01-camera", "云A6K219", false));
    Rig.until(() -> desk.got("type=online").size() == 2);
    assertThat(desk.got("type=online").get(1)).hasSizeLessThan(form.length());
  }

  private PushingCamera vzenith(Function<String, String> answer) throws IOException {
    desk = new Desk(answer);
    VzenithPush camera =
        new VzenithPush(
            rig.gear(), "A-01-camera", "东门", 1, desk.uri(), "device-secret", Optional.empty());
    camera.plug().plugIn();
    camera.begin();
    return camera;
  }

  private boolean told(String words) {
    try {
      return rig.told().contains(words);
    } catch (IOException notYet) {
      return false;
    }
  }
}
