package cn.ecogate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does: one command, trucks on the screen, Ctrl-C, and the same again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayIT {

  private static final Duration START = Duration.ofMinutes(12);
  private static final Duration SOON = Duration.ofMinutes(3);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static TrialSite site;
  private static Program system;

  @BeforeAll
  static void start() throws Exception {
    site = TrialSite.in(folder);
    system = run();
    system.awaitWords("EcoGate 已就绪", START);
  }

  @AfterAll
  static void stop() throws Exception {
    system.close();
  }

  @Test
  @Order(1)
  @DisplayName("就绪后说明地址、账号与数据位置；健康、指标与接口说明可用")
  void saysWhereEverythingIs() throws Exception {
    assertThat(system.said())
        .contains("http://127.0.0.1:" + site.httpPort() + "/")
        .contains("initial-admin-password")
        .contains("demo-officer-1")
        .contains(site.dataDir().toString());
    Api api = new Api(site.httpPort());
    assertThat(api.get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(api.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(api.get("/metrics").body()).contains("# TYPE");
    assertThat(api.get("/openapi").body()).contains("/passages");
    assertThat(api.get("/api/v1/passages").statusCode()).isEqualTo(401);
  }

  @Test
  @Order(2)
  @DisplayName("密码等机密不留在盘上，也不在命令行里")
  void secretsAreNotLeftAbout() {
    assertThat(site.dataDir().resolve("server/application.properties")).doesNotExist();
    String commands =
        system.family().stream()
            .map(member -> member.info().commandLine().orElse(""))
            .collect(Collectors.joining("\n"));
    assertThat(commands).contains("payara-micro").doesNotContain("password");
  }

  @Test
  @Order(3)
  @DisplayName("一分多钟内，有车放行、有车被拒，带照片与理由")
  void trucksPassAndAreRefused() throws Exception {
    Api api = new Api(site.httpPort());
    api.signIn("officer", "demo-officer-1");
    Patience.until(
        "a passage let through and one refused, with a photo",
        SOON,
        () -> {
          List<JsonObject> seen = api.passages("?limit=50");
          return seen.stream().anyMatch(passage -> outcome(passage).equals("ADMITTED"))
              && seen.stream()
                  .anyMatch(
                      passage ->
                          outcome(passage).equals("REFUSED")
                              && !passage.getJsonArray("reasons").isEmpty()
                              && passage.containsKey("photos"));
        });
    JsonObject photographed =
        api.passages("?limit=50").stream()
            .filter(passage -> passage.containsKey("photos"))
            .findFirst()
            .orElseThrow();
    byte[] photo = api.bytes(photographed.getJsonObject("photos").getString("scene"));
    assertThat(photo).startsWith(0xFF, 0xD8);
    Books books = Books.of(site.dataDir());
    Patience.until(
        "a record accepted by the platform",
        SOON,
        () -> books.count("dispatch WHERE state = 'ACCEPTED'") > 0);
  }

  @Test
  @Order(9)
  @DisplayName("Ctrl-C 之后什么都不再运行；再次启动，数据还在")
  void ctrlCLeavesNothingRunning() throws Exception {
    List<ProcessHandle> family = system.family();
    assertThat(family).hasSizeGreaterThan(4);
    long before = Books.of(site.dataDir()).count("passage");
    system.interrupt();
    system.awaitEnd(Duration.ofMinutes(4));
    Program.awaitGone(family);
    assertThat(system.said()).contains("已全部停止");

    system = run();
    system.awaitWords("EcoGate 已就绪", START);
    assertThat(Books.of(site.dataDir()).count("passage")).isGreaterThanOrEqualTo(before);
    assertThat(Books.of(site.dataDir()).verifyLedger().faults()).isEmpty();
    assertThat(Files.exists(site.dataDir().resolve("photos"))).isTrue();
  }

  private static Program run() throws Exception {
    return Program.start(
        folder,
        "run",
        List.of(
            TrialSite.HOME.resolve("run").toString(),
            "--http-port",
            Integer.toString(site.httpPort()),
            "--data-dir",
            site.dataDir().toString(),
            "--site",
            site.file().toString()));
  }

  private static String outcome(JsonObject passage) {
    return passage.getJsonObject("outcome").getString("name");
  }
}
