package cn.ecogate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The program starts, refuses and ends as it says")
@Timeout(120)
class VirtualSiteIT {

  @TempDir private Path folder;

  @Test
  @DisplayName("it ends with its parent, and the truth log says so")
  void endsWithItsParent() throws IOException, InterruptedException {
    Process program = started("--with-parent");
    awaitWord(program, "playing 1 devices");
    program.getOutputStream().close();
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isZero();
    assertThat(truth()).contains("\"what\":\"started\"").contains("\"what\":\"ended\"");
  }

  @Test
  @DisplayName("it ends when it is told to terminate")
  void endsOnASignal() throws IOException, InterruptedException {
    Process program = started();
    awaitWord(program, "playing 1 devices");
    program.destroy();
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(truth()).contains("\"what\":\"ended\"");
  }

  @Test
  @DisplayName("a taken port is one sentence and code 1")
  void aTakenPort() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process program = started(taken.getLocalPort());
      String said = said(program);
      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isEqualTo(1);
      assertThat(said.lines()).hasSize(1);
      assertThat(said).startsWith("Port " + taken.getLocalPort() + " for A-01-camera");
    }
  }

  @Test
  @DisplayName("a wrong option is one sentence and code 2")
  void aWrongOption() throws IOException, InterruptedException {
    Process program = started("--wrong");
    assertThat(said(program).strip()).isEqualTo("Unknown option --wrong; --help lists them.");
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(2);
  }

  @Test
  @DisplayName("a plan for a lane that is not there is refused before anything listens")
  void aPlanForNoLane() throws IOException, InterruptedException {
    Process program = started("--once", "Z-09=-");
    assertThat(said(program).strip()).isEqualTo("The plan names lane Z-09, which is not played.");
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(2);
  }

  private Process started(String... more) throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = any.getLocalPort();
      any.close();
      return started(port, more);
    }
  }

  private Process started(int port, String... more) throws IOException {
    Path site =
        Files.writeString(
            folder.resolve("site.yaml"),
            """
            gates:
              - no: A
                lanes:
                  - barrier-no: "01"
                    camera: {driver: hikvision-stream, address: "http://127.0.0.1:%d", user: admin, password: demo-1}
            """
                .formatted(port));
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                VirtualSite.class.getName(),
                "--site",
                site.toString(),
                "--data-dir",
                folder.toString()));
    words.addAll(List.of(more));
    return new ProcessBuilder(words).start();
  }

  private String truth() throws IOException {
    return Files.readString(folder.resolve("simulator/truth.jsonl"));
  }

  private static String said(Process program) throws IOException {
    return new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void awaitWord(Process program, String word) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(program.getErrorStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.contains(word)) {
      line = lines.readLine();
    }
    assertThat(line).as("the program's words").isNotNull();
  }
}
