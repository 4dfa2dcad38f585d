package cn.ecogate.simulator.vzenith;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.simulator.camera.Rig;
import cn.ecogate.simulator.display.ParkingBoard;
import cn.ecogate.simulator.line.Bus;
import cn.ecogate.simulator.line.Crc16;
import cn.ecogate.simulator.line.Mischief;
import cn.ecogate.simulator.relay.Barrier;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A Vzenith camera speaks its TCP protocol to a client on a bare socket")
class VzenithCameraTest {

  private static final Charset GBK = Charset.forName("GBK");

  @TempDir private Path folder;
  private final Barrier barrier = new Barrier((motion, cause) -> {});
  private final List<String> heard = new ArrayList<>();
  private Rig rig;
  private VzenithCamera camera;

  @BeforeEach
  void plugIn() throws IOException {
    rig = new Rig(folder);
    ParkingBoard board =
        new ParkingBoard(
            0,
            new ParkingBoard.Audience() {
              @Override
              public void sees(int line, String text, String color, int seconds) {
                heard.add(text);
              }

              @Override
              public void hears(String text) {
                heard.add(text);
              }

              @Override
              public void confused(String why) {
                heard.add("? " + why);
              }
            });
    camera =
        new VzenithCamera(
            rig.gear(),
            "A-01-camera",
            "东门",
            0,
            0,
            new VzenithCamera.Attached(
                Optional.of(
                    new VzenithCamera.Gate(
                        "A-01-barrier", barrier, Map.of(0, "open"), Map.of(0, "loop"))),
                Optional.of(new Bus(List.of(board))),
                0));
    camera.plug().plugIn();
  }

  @AfterEach
  void pull() throws IOException {
    camera.plug().pull();
    rig.close();
  }

  @Test
  @DisplayName("a result is JSON in the national characters, a zero, and two JPEGs")
  void pushesResults() throws IOException {
    try (Host host = subscribed()) {
      String event = camera.see(Rig.truck("A-01-camera", "川A12345", false));
      byte[] body = host.next("ivsresult");
      String json = Host.json(body);
      assertThat(json)
          .contains("\"license\":\"川A12345\"", "\"plateid\":" + event, "\"colorType\":2")
          .contains("\"timeString\":\"2026-11-21 12:00:00\"");
      int pictures = body.length - json.getBytes(GBK).length - 1;
      assertThat(pictures).isEqualTo(size(json, "fullImgSize") + size(json, "clipImgSize"));
    }
  }

  @Test
  @DisplayName("what a host missed it fetches by number, with the picture")
  void records() throws IOException {
    String missed = camera.see(Rig.truck("A-01-camera", "川A12345", false));
    try (Host host = new Host()) {
      assertThat(host.ask("{\"cmd\":\"get_max_rec_id\",\"id\":\"7\"}"))
          .contains("\"max_id\":" + missed, "\"id\":\"7\"", "\"state_code\":200");
      assertThat(host.ask("{\"cmd\":\"get_record\",\"id\":" + missed + ",\"image\":false}"))
          .contains("\"cmd\":\"get_record\"", "川A12345", "\"fullImgSize\":0");
      assertThat(host.ask("{\"cmd\":\"get_image\",\"id\":" + missed + "}")).contains("\"size\":");
      assertThat(host.ask("{\"cmd\":\"get_record\",\"id\":1}")).contains("\"state_code\":404");
    }
  }

  @Test
  @DisplayName("outputs move the boom, inputs tell the loop")
  void outputsAndInputs() throws IOException {
    try (Host host = new Host()) {
      assertThat(host.ask("{\"cmd\":\"ioctl\",\"io\":0,\"value\":2,\"delay\":500}"))
          .contains("\"state_code\":200");
      assertThat(barrier.motion()).isEqualTo(Barrier.Motion.RISING);
      assertThat(host.ask("{\"cmd\":\"get_gpio_value\",\"gpio\":0}")).contains("\"value\":0");
      barrier.occupy(true);
      assertThat(host.ask("{\"cmd\":\"get_gpio_value\",\"gpio\":0}")).contains("\"value\":1");
      assertThat(host.ask("{\"cmd\":\"ioctl\",\"io\":9,\"value\":2}")).contains("400");
    }
  }

  @Test
  @DisplayName("silent host: the camera opens for its own white list only, and says so later")
  void decidesAlone() throws IOException {
    String alone;
    try (Host host = subscribed()) {
      assertThat(
              host.ask(
                  "{\"cmd\":\"white_list_operator\",\"operator_type\":\"update_or_add\","
                      + "\"dldb_rec\":{\"plate\":\"川A12345\",\"enable\":1,"
                      + "\"overdue_time\":\"2030-01-01 00:00:00\"}}"))
          .contains("\"state\":\"succeed\"");
      assertThat(
              host.ask(
                  "{\"cmd\":\"white_list_operator\",\"operator_type\":\"select\","
                      + "\"sub_type\":\"plate\",\"plate\":\"\"}"))
          .contains("川A12345");
      assertThat(host.ask("{\"cmd\":\"reg_offline_check\",\"interval\":1}")).contains("ok");
      camera.see(Rig.truck("A-01-camera", "川B99999", false));
      alone = camera.see(Rig.truck("A-01-camera", "川A12345", false));
      Rig.until(() -> barrier.motion() == Barrier.Motion.RISING);
      assertThat(host.ask("{\"cmd\":\"get_record\",\"id\":" + alone + ",\"image\":false}"))
          .contains("\"ctrltype\":2");
    }
    assertThat(rig.told())
        .containsOnlyOnce("\"what\":\"opened-alone\"")
        .contains("\"event\":\"" + alone + "\",\"plate\":\"川A12345\"");
  }

  @Test
  @DisplayName("bytes for the serial port reach the display, and its answer comes back")
  void serial() throws IOException {
    byte[] text = "欢迎".getBytes(GBK);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(HexFormat.of().parseHex("0064FFFF3005" + "01"));
    frame.writeBytes(text);
    String data = Base64.getEncoder().encodeToString(Crc16.sealed(frame.toByteArray()));
    try (Host host = new Host()) {
      host.ask("{\"cmd\":\"ttransmission\",\"subcmd\":\"init\",\"data\":\"rs485-1\"}");
      assertThat(
              host.ask(
                  "{\"cmd\":\"ttransmission\",\"subcmd\":\"send\",\"comm\":\"rs485-1\","
                      + "\"datalen\":13,\"data\":\""
                      + data
                      + "\"}"))
          .contains("\"response\":\"ok\"");
      assertThat(Host.json(host.next("ttransmission"))).contains("\"subcmd\":\"recv\"");
    }
    assertThat(heard).containsExactly("欢迎");
  }

  @Test
  @DisplayName("noise ends the line; told to, it lies about a frame's length")
  void noiseAndLies() throws IOException {
    try (Host host = subscribed()) {
      rig.mischief.order(Mischief.Fault.LIE, 1);
      camera.see(Rig.truck("A-01-camera", "川A12345", false));
      byte[] body = host.next("ivsresult");
      String json = Host.json(body);
      assertThat(body.length - json.getBytes(GBK).length - 1)
          .isLessThan(size(json, "fullImgSize") + size(json, "clipImgSize"));
    }
    try (Host host = new Host()) {
      host.raw("GET / HTTP/1.1\r\n\r\n".getBytes(GBK));
      Rig.until(() -> told("no VZ at the head"));
    }
  }

  private boolean told(String words) {
    try {
      return rig.told().contains(words);
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int size(String json, String name) {
    return Integer.parseInt(json.replaceAll(".*\"" + name + "\":(\\d+).*", "$1"));
  }

  private Host subscribed() throws IOException {
    Host host = new Host();
    assertThat(
            host.ask("{\"cmd\":\"ivsresult\",\"enable\":true,\"format\":\"json\",\"image\":true}"))
        .contains("\"state_code\":200");
    return host;
  }

  /** A host of our own making. */
  private final class Host implements AutoCloseable {

    private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), camera.port());
    private final DataInputStream in = new DataInputStream(socket.getInputStream());

    Host() throws IOException {
      socket.setSoTimeout(10_000);
    }

    void raw(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    String ask(String json) throws IOException {
      byte[] body = json.getBytes(GBK);
      raw(VzFrames.of(VzFrames.JSON, 1, body, body.length));
      return json(next(json.replaceAll("\\{\"cmd\":\"(\\w+)\".*", "$1")));
    }

    byte[] next(String cmd) throws IOException {
      while (true) {
        byte[] head = in.readNBytes(8);
        assertThat(head[0]).isEqualTo((byte) 'V');
        assertThat(head[1]).isEqualTo((byte) 'Z');
        byte[] body =
            in.readNBytes(
                (head[4] & 0xFF) << 24
                    | (head[5] & 0xFF) << 16
                    | (head[6] & 0xFF) << 8
                    | head[7] & 0xFF);
        if (head[2] == VzFrames.JSON && json(body).contains("\"cmd\":\"" + cmd + "\"")) {
          return body;
        }
      }
    }

    static String json(byte[] body) {
      int end = 0;
      while (end < body.length && body[end] != 0) {
        end++;
      }
      return new String(body, 0, end, GBK);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
