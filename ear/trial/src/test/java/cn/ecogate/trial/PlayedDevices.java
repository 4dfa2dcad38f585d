package cn.ecogate.trial;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The virtual site in a process of its own, moved through its control door. */
final class PlayedDevices implements AutoCloseable {

  private static final Pattern DOOR =
      Pattern.compile("control door: (http://127\\.0\\.0\\.1:\\d+)");

  private final Program program;
  private final Path dataDir;
  private final String door;
  private final HttpClient client = HttpClient.newHttpClient();

  private PlayedDevices(Program program, Path dataDir, String door) {
    this.program = program;
    this.dataDir = dataDir;
    this.door = door;
  }

  static PlayedDevices start(Path folder, Path site, String... further) throws Exception {
    Path dataDir = folder.resolve("played");
    Files.createDirectories(dataDir);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Djava.awt.headless=true",
                "-cp",
                TrialSite.BUNDLE.resolve("lib") + "/*",
                "cn.ecogate.simulator.VirtualSite",
                "--site",
                site.toString(),
                "--data-dir",
                dataDir.toString(),
                "--control-port",
                "0"));
    command.addAll(List.of(further));
    Program program = Program.start(folder, "VirtualSite", command);
    program.awaitWords("control door:", Duration.ofMinutes(1));
    Matcher told = DOOR.matcher(program.said());
    if (!told.find()) {
      throw new AssertionError("No control door in\n" + program.said());
    }
    return new PlayedDevices(program, dataDir, told.group(1));
  }

  Path truthLog() {
    return dataDir.resolve("simulator/truth.jsonl");
  }

  /** What the log of the truth has of that kind. */
  List<JsonObject> truth(String what) throws IOException {
    try (Stream<String> lines = Files.lines(truthLog())) {
      return lines
          .filter(line -> line.contains("\"what\":\"" + what + "\"") && line.endsWith("}"))
          .map(PlayedDevices::object)
          .toList();
    }
  }

  JsonObject state() throws IOException, InterruptedException {
    return ask("GET", "/state");
  }

  JsonObject act(String path) throws IOException, InterruptedException {
    return ask("POST", path);
  }

  /** A truck drives up in that lane, waits for the boom and passes. */
  void drive(String lane, String plate) throws IOException, InterruptedException {
    act(
        "/vehicles?drive=true&lane="
            + lane
            + "&plate="
            + URLEncoder.encode(plate, StandardCharsets.UTF_8));
  }

  private JsonObject ask(String verb, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(door + path))
                .timeout(Duration.ofSeconds(30))
                .method(verb, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(verb + " " + path + ": " + answer.body());
    }
    return object(answer.body());
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Override
  public void close() throws Exception {
    program.close();
  }
}
