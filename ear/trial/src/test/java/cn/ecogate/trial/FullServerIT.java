package cn.ecogate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.db.EmbeddedMariaDb;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The EAR on a full Payara Server: it deploys, is healthy, asks for a sign-in, and a truck passes.
 */
class FullServerIT {

  private static final Path ASADMIN =
      TrialSite.HOME.resolve("ear/trial/target/payara/payara6/bin/asadmin");
  private static final Path EAR = TrialSite.HOME.resolve("ear/server/target/ecogate.ear");
  private static final Duration LONG = Duration.ofMinutes(12);

  // What create-domain adds to its port base.
  private static final List<Integer> OFFSETS = List.of(9, 37, 38, 39, 48, 66, 67, 76, 80, 81, 86);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  @DisplayName("EAR 部署在完整版 Payara 上：健康、登录页、车辆通行记录都在")
  void earDeploysAndATruckPasses() throws Exception {
    TrialSite site = TrialSite.in(folder);
    Files.createDirectories(site.dataDir());
    List<String> domain = List.of("--domaindir", folder.resolve("domains").toString());
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(site.dataDir().resolve("db"), 0);
        Program devices = play(site)) {
      assertThat(devices.isAlive()).isTrue();
      int base = createDomain(domain);
      asadmin(
          Stream.concat(
              Stream.of("start-domain"), Stream.concat(domain.stream(), Stream.of("ecogate"))));
      try {
        // In a file, because a command line can be read by everybody on the machine.
        asadmin(
            Stream.of(
                "--port",
                Integer.toString(base + 48),
                "multimode",
                "--file",
                configuration(site, database).toString()));
        asadmin(
            Stream.concat(
                Stream.of("restart-domain"), Stream.concat(domain.stream(), Stream.of("ecogate"))));
        asadmin(
            Stream.of(
                "--port", Integer.toString(base + 48), "deploy", "--name=ecogate", EAR.toString()));
        check(new Api(base + 80));
      } finally {
        asadmin(
            Stream.concat(
                Stream.of("stop-domain", "--force=true"),
                Stream.concat(domain.stream(), Stream.of("ecogate"))));
      }
    }
  }

  /** Somebody may take one of its dozen ports in between: then another dozen is tried. */
  private int createDomain(List<String> domain) throws Exception {
    for (int tries = 1; ; tries++) {
      int base = portBase();
      Stream<String> command =
          Stream.concat(
              Stream.of("create-domain", "--nopassword", "--portbase", Integer.toString(base)),
              Stream.concat(domain.stream(), Stream.of("ecogate")));
      try {
        asadmin(command);
        return base;
      } catch (AssertionError refused) {
        if (tries == 3 || !String.valueOf(refused.getMessage()).contains("in use")) {
          throw refused;
        }
      }
    }
  }

  private static void check(Api api) throws Exception {
    Patience.until(
        "ready", Duration.ofMinutes(1), () -> api.get("/health/ready").statusCode() == 200);
    assertThat(api.get("/sign-in.xhtml").body()).contains("password");
    assertThat(api.get("/openapi").body()).contains("/passages");
    api.signIn("officer", "demo-officer-1");
    Patience.until(
        "a passage with a photo",
        Duration.ofSeconds(90),
        () -> {
          List<JsonObject> passages = api.passages("");
          return passages.stream().anyMatch(passage -> passage.containsKey("photos"));
        });
  }

  private Path configuration(TrialSite site, EmbeddedMariaDb database) throws IOException {
    Path file = folder.resolve("configuration.txt");
    Files.writeString(
        file,
        property("ecogate.data-dir", site.dataDir().toString())
            + property("ecogate.site-file", site.file().toString())
            + property("ecogate.db.url", database.url())
            + property("ecogate.db.user", EmbeddedMariaDb.USER)
            + property("ecogate.db.password", database.password())
            // An adapter inside an EAR.
            + property("ecogate.gate-adapter", "#gate-adapter")
            + "create-jvm-options -DjSerialComm.library.randomizeNativeName=true\n");
    return file;
  }

  private static String property(String name, String value) {
    return "set-config-property --source=domain --propertyName="
        + name
        + " --propertyValue="
        + value
        + "\n";
  }

  private void asadmin(Stream<String> arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of(ASADMIN.toString()), arguments).toList();
    try (Program program = Program.start(folder, "asadmin", command)) {
      int exit = program.awaitEnd(LONG);
      assertThat(exit).as(program.said()).isZero();
    }
  }

  private Program play(TrialSite site) throws IOException {
    return Program.start(
        folder,
        "devices",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Djava.awt.headless=true",
            "-cp",
            TrialSite.BUNDLE.resolve("lib") + "/*",
            "cn.ecogate.simulator.VirtualSite",
            "--site",
            site.file().toString(),
            "--data-dir",
            site.dataDir().toString()));
  }

  private static int portBase() throws IOException {
    while (true) {
      int base = ThreadLocalRandom.current().nextInt(20_000, 31_000);
      if (allFree(base)) {
        return base;
      }
    }
  }

  private static boolean allFree(int base) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int offset : OFFSETS) {
        ServerSocket socket = new ServerSocket();
        held.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), base + offset));
      }
      return true;
    } catch (IOException taken) {
      return false;
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}
