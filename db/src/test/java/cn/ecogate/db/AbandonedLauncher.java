package cn.ecogate.db;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A launcher that starts the server, says its pid, and waits to be killed. */
final class AbandonedLauncher {

  private AbandonedLauncher() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedMariaDb database = EmbeddedMariaDb.start(Path.of(arguments[0]), 0);
    EmbeddedMariaDbIT.write(database, "云A54321");
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(database.pid());
    new CountDownLatch(1).await();
  }
}
