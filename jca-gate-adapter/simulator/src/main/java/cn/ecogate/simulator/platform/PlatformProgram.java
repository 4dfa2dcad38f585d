package cn.ecogate.simulator.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The fake platform's command line: {@code --site FILE --data-dir DIR [--port N] [--with-parent]
 * [--fail MODE]}. With {@code --with-parent} it ends when the process that started it ends.
 */
final class PlatformProgram {

  private static final System.Logger LOG = System.getLogger(PlatformProgram.class.getName());
  private static final String USAGE =
      "--site FILE --data-dir DIR [--port N] [--with-parent] [--fail MODE]";
  private static final Duration SLOWNESS = Duration.ofSeconds(30);

  private Path site;
  private Path dataDir;
  private int port = -1;
  private boolean withParent;
  private FailMode fail = FailMode.OFF;

  static void run(String[] args) {
    try {
      PlatformProgram program = new PlatformProgram();
      program.read(List.of(args).iterator());
      program.start();
    } catch (IOException | IllegalArgumentException | YamlEngineException e) {
      LOG.log(System.Logger.Level.ERROR, "The fake platform cannot start: " + e.getMessage());
      System.exit(2);
    }
  }

  private void read(Iterator<String> args) {
    while (args.hasNext()) {
      String option = args.next();
      switch (option) {
        case "--site" -> site = Path.of(value(option, args));
        case "--data-dir" -> dataDir = Path.of(value(option, args));
        case "--port" -> port = port(value(option, args));
        case "--with-parent" -> withParent = true;
        case "--fail" -> fail = FailMode.of(value(option, args));
        default ->
            throw new IllegalArgumentException("no option " + option + "; options: " + USAGE);
      }
    }
    if (site == null || dataDir == null) {
      throw new IllegalArgumentException("--site and --data-dir are needed; options: " + USAGE);
    }
  }

  private void start() throws IOException {
    List<SiteFileReader.Listed> listed = SiteFileReader.platforms(site, dataDir);
    if (listed.isEmpty()) {
      throw new IllegalArgumentException("site file " + site + " lists no platforms");
    }
    int chosen = port >= 0 ? port : listed.get(0).port();
    if (port < 0 && listed.stream().anyMatch(platform -> platform.port() != chosen)) {
      throw new IllegalArgumentException(
          "the site file's platforms have different ports; choose one with --port");
    }
    FakePlatform platform =
        FakePlatform.start(
            chosen,
            listed.stream().map(SiteFileReader.Listed::enterprise).toList(),
            dataDir,
            Clock.systemUTC(),
            SLOWNESS);
    platform.fail(fail, Trouble.FOR_EVER);
    LOG.log(
        System.Logger.Level.INFO,
        "Fake platform listens on http://127.0.0.1:{0}{1} and writes {2}",
        String.valueOf(platform.port()),
        listed.get(0).enterprise().path(),
        dataDir.resolve("platform/records.jsonl"));
    CountDownLatch end = new CountDownLatch(1);
    if (withParent) {
      ProcessHandle.current()
          .parent()
          .ifPresentOrElse(parent -> parent.onExit().thenRun(end::countDown), end::countDown);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    platform.close();
    System.exit(0);
  }

  private static String value(String option, Iterator<String> args) {
    if (!args.hasNext()) {
      throw new IllegalArgumentException("option " + option + " needs a value");
    }
    return args.next();
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new IllegalArgumentException("--port needs a number from 0 to 65535, not " + text);
    }
    return Integer.parseInt(text);
  }
}
