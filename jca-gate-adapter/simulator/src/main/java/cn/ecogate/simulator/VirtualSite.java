package cn.ecogate.simulator;

import cn.ecogate.simulator.site.SiteFile;
import cn.ecogate.simulator.site.UnusableSite;
import cn.ecogate.simulator.truth.TruthLog;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** The program: plays a site file's devices on this machine until it is told to end. */
public final class VirtualSite {

  private static final int WRONG_COMMAND = 2;
  private static final int CANNOT_PLAY = 1;

  private VirtualSite() {}

  public static void main(String[] words) {
    System.setProperty("java.awt.headless", "true");
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty(
          "java.util.logging.SimpleFormatter.format", "%1$tT %4$s simulator: %5$s%6$s%n");
    }
    int code = run(words);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int run(String... words) {
    if (List.of(words).contains("--help")) {
      say(FileDescriptor.out, Options.HELP);
      return 0;
    }
    try {
      play(Options.of(words));
      return 0;
    } catch (Options.Wrong wrong) {
      say(FileDescriptor.err, wrong.getMessage());
      return WRONG_COMMAND;
    } catch (UnusableSite | IOException cannot) {
      say(FileDescriptor.err, cannot.getMessage());
      return CANNOT_PLAY;
    }
  }

  private static void play(Options options) throws IOException {
    Clock clock = Clock.systemUTC();
    var plan = SiteFile.read(options.site());
    try (TruthLog truth = new TruthLog(options.dataDir(), clock);
        Yard yard = new Yard(plan, options, clock, truth)) {
      for (Options.Once once : options.once()) {
        if (!yard.lanes().containsKey(once.lane())) {
          throw new Options.Wrong("The plan names lane " + once.lane() + ", which is not played.");
        }
      }
      yard.open();
      OptionalInt control = OptionalInt.empty();
      if (options.controlPort().isPresent()) {
        control = OptionalInt.of(ControlDoor.open(yard, options.controlPort().getAsInt()));
      }
      truth.note("started", "site", "seed", options.seed(), "pace", options.pace());
      System.Logger log = System.getLogger(VirtualSite.class.getName());
      log.log(
          System.Logger.Level.INFO,
          "playing {0} devices of {1} lanes, seed {2}; what really happens is in {3}",
          yard.devices().all().size(),
          yard.lanes().size(),
          Long.toString(options.seed()),
          truth.file());
      control.ifPresent(
          port ->
              log.log(
                  System.Logger.Level.INFO,
                  "control door: http://127.0.0.1:{0}",
                  Integer.toString(port)));
      untilTold(options, truth, yard);
    }
  }

  private static void untilTold(Options options, TruthLog truth, Yard yard) {
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  truth.note("ended", "site");
                  yard.close();
                  end.countDown();
                },
                "end"));
    try {
      if (options.withParent()) {
        InputStream parent = System.in;
        while (parent.read() >= 0) {
          // Whatever the parent says is not for us; only its end matters.
        }
        System.exit(0);
      }
      end.await();
    } catch (IOException gone) {
      System.exit(0);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(FileDescriptor where, String text) {
    PrintStream out = new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8);
    out.println(text.stripTrailing());
  }
}
