package cn.ecogate.adapter.jca;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of its own that takes history from a camera, tells nobody, and waits to be killed. */
final class KilledWithHistory {

  static final String SAID = "taken";

  private KilledWithHistory() {}

  /**
   * @param args the folder of the sheds, how many events, and the file that says that they are
   *     taken
   */
  public static void main(String[] args) throws Exception {
    Mailroom mailroom =
        new Mailroom(
            new WorkThreads(new FakeServerThreads()),
            new FakeTransactions(),
            4,
            Path.of(args[0]),
            Duration.ofMillis(5),
            Duration.ofMillis(50));
    mailroom.open();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      mailroom.plate(BacklogTest.late("c", i));
    }
    Files.writeString(Path.of(args[2]), SAID);
    Thread.currentThread().join();
  }

  /** Starts it, waits until it has taken everything, and kills it with signal 9. */
  static void run(Path sheds, int events, Path said) throws IOException, InterruptedException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                KilledWithHistory.class.getName(),
                sheds.toString(),
                String.valueOf(events),
                said.toString())
            .inheritIO()
            .start();
    try {
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!(Files.exists(said) && Files.readString(said).equals(SAID))) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new AssertionError("nothing was taken");
        }
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
