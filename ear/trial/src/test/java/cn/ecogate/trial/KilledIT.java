package cn.ecogate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed in mid-traffic and started again, with cameras that go on seeing: no record lost, none
 * doubled, the ledger still one tree.
 */
class KilledIT {

  private static final Duration START = Duration.ofMinutes(12);
  private static final Duration SOON = Duration.ofMinutes(4);
  private static final int ENOUGH = 8;

  private static final Pattern PLATFORM = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/access");

  private static final String ORDER =
      """
      {"kind": "strategy", "strategyNo": "CL-KILLED", "startTime": "2026-01-01 00:00:00",
       "endTime": "2099-01-01 00:00:00", "alertLevel": "1", "content": "减少夜间运输"}
      """;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private TrialSite site;
  private Path played;
  private Program devices;
  private Program platform;
  private Program system;

  @BeforeEach
  void start() throws Exception {
    site = TrialSite.in(folder);
    played = folder.resolve("played");
    system = run();
    system.awaitWords("EcoGate 已就绪", START);
    // The platform verifies signatures with the key that the first start has made.
    platform = play("cn.ecogate.simulator.platform.FakePlatform", site.dataDir());
    devices = play("cn.ecogate.simulator.VirtualSite", played, "--pace", "6");
  }

  @AfterEach
  void stop() throws Exception {
    for (Program program : new Program[] {system, devices, platform}) {
      if (program != null) {
        program.close();
      }
    }
  }

  @Test
  @DisplayName("先强杀应用服务器，再强杀全部进程：每次重启后一条不丢、一条不重、账本仍是一棵树")
  void nothingIsLostAndNothingIsDoubled() throws Exception {
    awaitMore(0);

    List<ProcessHandle> first = system.family();
    system.member("payara-micro").destroyForcibly();
    assertThat(system.awaitEnd(Duration.ofMinutes(4))).isNotZero();
    Program.awaitGone(first);
    assertThat(system.said()).contains("意外退出");

    system = run();
    system.awaitWords("EcoGate 已就绪", START);
    Set<String> beforeTheSecondKill = committed();
    awaitMore(beforeTheSecondKill.size());

    // Records wait at the moment of death, and an order comes down while nobody is there.
    tellPlatform("fail", "{\"mode\": \"500\"}");
    Set<String> waiting = serials();
    Patience.until("records that wait", SOON, () -> serials().size() >= waiting.size() + ENOUGH);

    Set<String> committed = committed();
    List<ProcessHandle> second = system.family();
    Program.kill(second);
    Program.awaitGone(second);

    tellPlatform("send", ORDER);
    tellPlatform("fail", "{\"mode\": \"off\"}");

    system = run();
    system.awaitWords("EcoGate 已就绪", START);
    assertThat(committed()).containsAll(committed);
    awaitMore(committed.size());

    // What waited when it died arrives, each once after its number; the order is confirmed once.
    Set<String> made = serials();
    Patience.until("every record is at the platform", SOON, () -> sent().containsAll(made));
    assertThat(sent()).doesNotHaveDuplicates();
    Patience.until("the order is confirmed", SOON, () -> confirmations() == 1);

    // What the cameras have told up to here has to arrive, the hours of death included.
    Set<String> told = told();
    Patience.until("every told event is recorded", SOON, () -> missing(told).isEmpty());
    Books books = books();
    // Half-way records would show as entries without a passage, or passages without their entry.
    assertThat(
            books.count(
                "passage p LEFT JOIN ledger_entry e ON e.seq = p.id - 1 WHERE e.seq IS NULL"))
        .isZero();
    assertThat(
            books.count(
                "ledger_entry e LEFT JOIN passage p ON p.id = e.seq + 1"
                    + " WHERE e.kind = 'passage' AND p.id IS NULL"))
        .isZero();
    assertThat(
            books.count(
                "passage p LEFT JOIN dispatch d ON d.subject = p.serial_no"
                    + " WHERE d.id IS NULL"))
        .isZero();
    assertThat(
            books.count("(SELECT event_key FROM passage GROUP BY event_key HAVING COUNT(*) > 1) x"))
        .isZero();
    assertThat(books.verifyLedger().faults()).isEmpty();
  }

  private void awaitMore(int than) throws Exception {
    Patience.until("more passages than " + than, SOON, () -> committed().size() >= than + ENOUGH);
  }

  private Set<String> committed() throws Exception {
    return books().words("SELECT event_key FROM passage");
  }

  private Set<String> missing(Set<String> told) throws Exception {
    Set<String> keys = committed();
    return told.stream()
        .filter(event -> keys.stream().noneMatch(key -> key.contains(event)))
        .collect(Collectors.toSet());
  }

  /** The events that the virtual cameras have shown to anybody, or kept for later. */
  private Set<String> told() throws IOException {
    try (Stream<String> lines = Files.lines(played.resolve("simulator/truth.jsonl"))) {
      return lines
          .filter(line -> line.endsWith("}"))
          .map(KilledIT::object)
          .filter(line -> line.getString("what").equals("plate-seen"))
          .map(line -> line.getString("event"))
          .collect(Collectors.toSet());
    }
  }

  private Set<String> serials() throws Exception {
    return books().words("SELECT serial_no FROM passage");
  }

  /** What the platform holds, in the order it came. */
  private List<String> sent() throws IOException {
    return received("records.jsonl").map(line -> line.getString("key")).toList();
  }

  private long confirmations() throws IOException {
    return received("cards.jsonl")
        .map(line -> line.getJsonObject("record"))
        .filter(card -> card.getString("endpoint").equals("strategyConfirm"))
        .count();
  }

  private Stream<JsonObject> received(String file) throws IOException {
    Path lines = site.dataDir().resolve("platform").resolve(file);
    return Files.readAllLines(lines).stream()
        .filter(line -> line.endsWith("}"))
        .map(KilledIT::object);
  }

  private void tellPlatform(String what, String words) throws Exception {
    Matcher port = PLATFORM.matcher(Files.readString(site.file()));
    assertThat(port.find()).isTrue();
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port.group(1) + "/control/" + what))
                    .POST(HttpRequest.BodyPublishers.ofString(words))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private Books books() {
    return Books.of(site.dataDir());
  }

  private Program run() throws IOException {
    return Program.start(
        folder,
        "run",
        List.of(
            TrialSite.HOME.resolve("run").toString(),
            "--no-simulator",
            "--http-port=" + site.httpPort(),
            "--data-dir=" + site.dataDir(),
            "--site=" + site.file()));
  }

  private Program play(String mainClass, Path dataDir, String... further) throws IOException {
    Files.createDirectories(dataDir);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Djava.awt.headless=true",
            "-cp",
            TrialSite.BUNDLE.resolve("lib") + "/*",
            mainClass,
            "--site",
            site.file().toString(),
            "--data-dir",
            dataDir.toString());
    return Program.start(
        folder,
        mainClass.substring(mainClass.lastIndexOf('.') + 1),
        Stream.concat(command.stream(), Stream.of(further)).toList());
  }

  private static JsonObject object(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
