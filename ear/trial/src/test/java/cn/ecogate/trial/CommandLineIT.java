package cn.ecogate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said in one sentence, and nothing has been started by then. */
class CommandLineIT {

  @TempDir Path folder;

  private TrialSite site;

  @BeforeEach
  void site() throws IOException {
    site = TrialSite.in(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "--prot=8080,unknown option --prot",
    "--http-port=eighty,not eighty",
    "--http-port=70000,not 70000",
    "--http-port,needs a value",
    "--site=/no/such/site.yaml,/no/such/site.yaml",
    "--db=jdbc:mysql://localhost/eco?user=u,jdbc:mariadb",
    "--db=jdbc:mariadb://127.0.0.1:1/eco?user=u,cannot connect",
    "--data-dir=/proc/nothing,cannot be written"
  })
  @DisplayName("写错的选项：一句话、非零退出、什么都没启动")
  void wrongOption(String option, String sentence) throws Exception {
    refused(sentence, Map.of(), option);
  }

  @Test
  @DisplayName("网页端口被占用：一句话拒绝")
  void takenHttpPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      refused(
          "port " + taken.getLocalPort() + " is taken",
          Map.of(),
          "--http-port=" + taken.getLocalPort());
    }
  }

  @Test
  @DisplayName("仿真设备的端口被占用：一句话拒绝，并指出是哪个设备")
  void takenDevicePort() throws Exception {
    int relay = devicePort("tcp://127.0.0.1:");
    try (ServerSocket taken = new ServerSocket(relay, 1, InetAddress.getByName("127.0.0.1"))) {
      refused("port " + taken.getLocalPort() + " of the virtual A-01-barrier is taken", Map.of());
    }
  }

  @Test
  @DisplayName("站点文件写错：一句话指出错在哪里")
  void faultySiteFile() throws Exception {
    Files.writeString(
        site.file(), Files.readString(site.file()).replaceFirst("direction: in", "direction: inn"));
    refused("direction", Map.of());
  }

  @Test
  @DisplayName("没有 Maven：一句话说明要装什么")
  void missingMaven() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String program : new String[] {"bash", "dirname", "sed", "env"}) {
      Files.createSymbolicLink(bin.resolve(program), which(program));
    }
    Files.createSymbolicLink(bin.resolve("java"), java());
    refused("install Maven", Map.of("PATH", bin.toString(), "JAVA_HOME", ""));
  }

  @Test
  @DisplayName("JDK 太旧：一句话说明需要哪个版本")
  void oldJava() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("old/bin"));
    Path old = bin.resolve("java");
    Files.writeString(
        old, "#!/bin/sh\necho '    java.specification.version = 11' >&2\n", StandardCharsets.UTF_8);
    assertThat(old.toFile().setExecutable(true)).isTrue();
    refused(
        "JDK 17 or later is needed, this is 11",
        Map.of("JAVA_HOME", folder.resolve("old").toString()));
  }

  @Test
  @DisplayName("--help 列出全部选项，退出码为零")
  void help() throws Exception {
    Answer answer = run(Map.of(), "--help");
    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains("--http-port", "--data-dir", "--site", "--no-simulator", "--db", "--help");
  }

  private void refused(String sentence, Map<String, String> environment, String... options)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    addUnlessGiven(all, "--http-port", Integer.toString(site.httpPort()));
    addUnlessGiven(all, "--data-dir", site.dataDir().toString());
    addUnlessGiven(all, "--site", site.file().toString());
    Answer answer = run(environment, all.toArray(String[]::new));
    assertThat(answer.exit()).isNotZero();
    assertThat(answer.err().strip()).contains(sentence).doesNotContain("\n");
    assertThat(answer.out()).isEmpty();
    assertThat(site.dataDir().resolve("db")).doesNotExist();
  }

  private static void addUnlessGiven(List<String> all, String option, String value) {
    if (all.stream().noneMatch(given -> given.startsWith(option))) {
      all.add(0, option + "=" + value);
    }
  }

  private int devicePort(String before) throws IOException {
    String text = Files.readString(site.file());
    String rest = text.substring(text.indexOf(before) + before.length());
    return Integer.parseInt(rest.substring(0, rest.indexOf('"')));
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path which(String program) {
    for (String folder : System.getenv("PATH").split(":")) {
      Path found = Path.of(folder, program);
      if (Files.isExecutable(found)) {
        return found;
      }
    }
    throw new AssertionError("No " + program + " on the path");
  }

  private Answer run(Map<String, String> environment, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(which("bash").toString());
    command.add(TrialSite.HOME.resolve("run").toString());
    command.addAll(List.of(options));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("It did not end: " + command);
    }
    return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** How a run ended and what it said. */
  private record Answer(int exit, String out, String err) {}
}
