package cn.ecogate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.simulator.line.Crc16;
import cn.ecogate.simulator.site.SiteFile;
import cn.ecogate.simulator.site.SitePlan;
import cn.ecogate.simulator.truth.TruthLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A whole site plays on this machine")
class VirtualSiteTest {

  private static final String OPEN = "0105020000078DB0";
  private static final String INPUTS = "01020000000879CC";

  @TempDir private Path folder;
  private final int camera = freePort();
  private final int relay = freePort();
  private final int display = freePort();
  private final int scale = freePort();
  private final int scanner = freePort();
  private final int dahua = freePort();
  private TruthLog truth;
  private Yard yard;
  private String control;

  @BeforeEach
  void open() throws IOException {
    truth = new TruthLog(folder, Clock.systemUTC());
    yard = yard("--pace", "0", "--baud-pace", "0");
    yard.open();
    control = "http://127.0.0.1:" + ControlDoor.open(yard, 0);
  }

  @AfterEach
  void close() throws IOException {
    yard.close();
    truth.close();
  }

  @Test
  @DisplayName("a pulse on the wire takes the boom up, the inputs tell it, and it comes down again")
  void aPulseMovesTheBoom() throws IOException {
    try (Socket board = connected(relay)) {
      assertThat(exchanged(board, INPUTS, 6)).isEqualTo(inputs(0b100));
      assertThat(exchanged(board, OPEN, 8)).isEqualTo(OPEN);
      awaitInputs(board, 0b000);
      awaitInputs(board, 0b010);
    }
    assertThat(Files.readString(folder.resolve("simulator/truth.jsonl")))
        .contains("\"frame\":\"01 05 02 00 00 07 8D B0\"")
        .contains("\"motion\":\"RISING\",\"cause\":\"open contact\"");
  }

  @Test
  @DisplayName("what the display shows stands in the truth log")
  void displayTextsAreKept() throws IOException, InterruptedException {
    byte[] gbk = "国六 通行".getBytes(Charset.forName("GBK"));
    byte[] body = new byte[6 + 19 + gbk.length];
    System.arraycopy(
        HexFormat.of().parseHex("0064FFFF620000150100051501030000FF0000000000000000"),
        0,
        body,
        0,
        25);
    body[5] = (byte) (19 + gbk.length);
    body[23] = (byte) gbk.length;
    System.arraycopy(gbk, 0, body, 25, gbk.length);
    String frame = HexFormat.of().withUpperCase().formatHex(Crc16.sealed(body));
    try (Socket board = connected(display)) {
      assertThat(exchanged(board, frame, 9)).startsWith("0064FFFF620100");
    }
    assertThat(Files.readString(folder.resolve("simulator/truth.jsonl")))
        .contains("\"what\":\"shows\",\"device\":\"A-01-display\",\"line\":0,\"text\":\"国六 通行\"");
    assertThat(told("GET", "/state").body()).contains("\"display\":[\"国六 通行\"]");
  }

  @Test
  @DisplayName("through the control door vehicles come, plugs are pulled and booms lifted by hand")
  void controlDoor() throws IOException, InterruptedException {
    HttpResponse<String> vehicle =
        told("POST", "/vehicles?lane=A-01&plate=%E4%BA%91A6K218&color=YELLOW&type=Q11");
    assertThat(vehicle.body()).containsPattern("\"event\":\"[0-9a-f-]{36}\"");
    assertThat(Files.readString(folder.resolve("simulator/truth.jsonl")))
        .contains("\"plate\":\"云A6K218\"");
    assertThat(told("POST", "/devices/A-01-camera/history?count=3").body())
        .contains("\"events\":[");
    assertThat(told("POST", "/devices/A-01-barrier/stop").body()).contains("\"plugged\":false");
    assertThatThrownBy(() -> connected(relay)).isInstanceOf(IOException.class);
    assertThat(told("POST", "/devices/A-01-barrier/start").body()).contains("\"plugged\":true");
    connected(relay).close();
    assertThat(told("POST", "/barriers/A-01/lift").body()).contains("RISING");
    assertThat(told("POST", "/vehicles?lane=Z-09").statusCode()).isEqualTo(400);
    assertThat(told("POST", "/devices/A-01-display/repeat").body()).contains("is not a camera");
  }

  @Test
  @DisplayName(
      "faults are ordered of devices that can make them; the others answer with a sentence")
  void mischiefOnCommand() throws IOException, InterruptedException {
    assertThat(told("POST", "/devices/A-01-camera/cut?times=2").body())
        .contains("\"fault\":\"CUT\"")
        .contains("\"times\":2");
    assertThat(told("POST", "/devices/A-01-barrier/stall?millis=50").body()).contains("STALL");
    assertThat(told("POST", "/devices/A-01-weighbridge/weigh?kilograms=31240").statusCode())
        .isEqualTo(200);
    assertThat(told("POST", "/barriers/A-01/no-loop").statusCode()).isEqualTo(200);
    assertThat(told("POST", "/devices/A-01-camera/clock?seconds=-86400").body()).contains("-86400");
    assertThat(sentence("/devices/A-01-weighbridge/lie"))
        .contains("A-01-weighbridge carry no length to lie about");
    assertThat(sentence("/devices/A-01-barrier/clock?seconds=1")).contains("it says no time");
    assertThat(sentence("/devices/A-03-camera/history")).contains("stores nothing");
    assertThat(sentence("/devices/A-01-scanner/scan")).contains("text=");
    assertThat(sentence("/devices/A-01-camera/scan?text=x")).contains("is not a scanner");
    assertThat(sentence("/devices/A-01-camera/cut?times=many")).contains("times is a whole number");
    assertThat(sentence("/devices/A-01-camera/explode")).contains("A device can stop, start");
  }

  private String sentence(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = told("POST", path);
    assertThat(answer.statusCode()).isEqualTo(400);
    return answer.body();
  }

  @Test
  @DisplayName("a taken port is one sentence, and nothing else is left listening")
  void aTakenPort() throws IOException {
    yard.close();
    try (ServerSocket taken = new ServerSocket(camera, 1, InetAddress.getLoopbackAddress())) {
      Yard second = yard();
      assertThatThrownBy(second::open)
          .hasMessageStartingWith(
              "Port " + taken.getLocalPort() + " for A-01-camera cannot be used");
      assertThatThrownBy(() -> connected(relay)).isInstanceOf(IOException.class);
      second.close();
    }
  }

  @Test
  @DisplayName("a wrong command line is one sentence")
  void wrongOptions() {
    assertThatThrownBy(() -> Options.of("--data-dir", "x"))
        .hasMessage("--site FILE is missing; --help lists the options.");
    assertThatThrownBy(() -> Options.of("--site", "x", "--data-dir", "y", "--pace", "fast"))
        .hasMessage("The option --pace needs a number, not fast.");
    assertThatThrownBy(() -> Options.of("--sites"))
        .hasMessage("Unknown option --sites; --help lists them.");
    assertThatThrownBy(() -> Options.of("--site", "x", "--data-dir", "y", "--once", "A-01"))
        .hasMessage("The plan entry A-01 is not LANE=PLATE[/COLOR[/TYPE]].");
  }

  private Yard yard(String... more) {
    SitePlan plan = SiteFile.read(site());
    String[] words = new String[more.length + 4];
    words[0] = "--site";
    words[1] = site().toString();
    words[2] = "--data-dir";
    words[3] = folder.toString();
    System.arraycopy(more, 0, words, 4, more.length);
    return new Yard(plan, Options.of(words), Clock.systemUTC(), truth);
  }

  private Path site() {
    try {
      return Files.writeString(
          folder.resolve("site.yaml"),
          """
          gates:
            - no: A
              lanes:
                - barrier-no: "01"
                  name: 东门 1 号进厂道
                  direction: in
                  camera: {driver: hikvision-stream, address: "http://127.0.0.1:%d", user: admin, password: demo-1}
                  barrier: {driver: modbus-relay, address: "tcp://127.0.0.1:%d", unit: "1", open-coil: "0", close-coil: "1", loop-input: "0", up-input: "1", down-input: "2"}
                  display: {driver: parking-board, address: "tcp://localhost:%d", board: "0"}
                  weighbridge: {driver: st-gs, address: "tcp://127.0.0.1:%d"}
                  scanner: {driver: text-scanner, address: "tcp://127.0.0.1:%d"}
                - barrier-no: "02"
                  camera: {driver: hikvision-stream, address: "http://192.0.2.1"}
                - barrier-no: "03"
                  camera: {driver: dahua-snap, address: "http://127.0.0.1:%d", user: admin, password: demo-1}
          """
              .formatted(camera, relay, display, scale, scanner, dahua));
    } catch (IOException cannot) {
      throw new IllegalStateException(cannot);
    }
  }

  private static Socket connected(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static String exchanged(Socket board, String frame, int length) throws IOException {
    board.getOutputStream().write(HexFormat.of().parseHex(frame));
    return HexFormat.of().withUpperCase().formatHex(board.getInputStream().readNBytes(length));
  }

  private static String inputs(int bits) {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(Crc16.sealed((byte) 1, (byte) 2, (byte) 1, (byte) bits));
  }

  private static void awaitInputs(Socket board, int bits) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!exchanged(board, INPUTS, 6).equals(inputs(bits))) {
      assertThat(System.nanoTime()).as("still waiting for inputs " + bits).isLessThan(end);
    }
  }

  private HttpResponse<String> told(String verb, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(control + path))
                .method(verb, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    } catch (IOException cannot) {
      throw new IllegalStateException(cannot);
    }
  }
}
