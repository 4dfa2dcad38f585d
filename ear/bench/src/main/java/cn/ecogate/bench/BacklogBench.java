package cn.ecogate.bench;

import cn.ecogate.db.EmbeddedMariaDb;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sixteen lanes after an outage: every camera sends what it had stored, 800 events a second
 * together, while trucks arrive as on any day. Nothing may be lost; how long a truck waits
 * meanwhile stands beside how long it waits without.
 */
public final class BacklogBench {

  private static final int LANES = 16;
  private static final int STORED_A_SECOND = 800;
  private static final int LIVE_A_SECOND = 2;
  private static final PrintStream OUT = System.out;

  private final List<Lane> lanes = new ArrayList<>();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private int trucks;

  private BacklogBench() {}

  /** Arguments: the project's folder, and {@code --quick} for a quarter of the time. */
  public static void main(String[] args) throws Exception {
    new BacklogBench().run(Path.of(args[0]), List.of(args).contains("--quick"));
  }

  private void run(Path project, boolean quick) throws Exception {
    Path folder = Files.createTempDirectory("ecogate-bench");
    Path data = Files.createDirectories(folder.resolve("data"));
    for (int i = 0; i < LANES; i++) {
      lanes.add(new Lane());
    }
    OUT.println("Starting the database and the product; logs in " + folder);
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder.resolve("db"), 0)) {
      String url =
          database.url() + "&user=" + EmbeddedMariaDb.USER + "&password=" + database.password();
      Process product = Programs.product(project, BenchSite.write(folder, lanes), data, url);
      try {
        measure(url, quick);
      } finally {
        Programs.stop(product);
      }
    }
  }

  private void measure(String url, boolean quick) throws Exception {
    awaitWatched();
    OUT.println("Warming up");
    live(Duration.ofSeconds(quick ? 10 : 30), 10, new Samples());
    Duration length = Duration.ofSeconds(quick ? 15 : 60);
    Samples alone = new Samples();
    int lostAlone = live(length, LIVE_A_SECOND, alone);

    long begun = System.nanoTime();
    List<Thread> senders = new ArrayList<>();
    long each = STORED_A_SECOND * length.toSeconds() / LANES;
    for (Lane lane : lanes) {
      Thread sender = new Thread(() -> sendStored(lane, each), "stored");
      sender.start();
      senders.add(sender);
    }
    Samples meanwhile = new Samples();
    int lostMeanwhile = live(length, LIVE_A_SECOND, meanwhile);
    for (Thread sender : senders) {
      sender.join();
    }
    double sending = (System.nanoTime() - begun) / 1e9;
    awaitRecorded(url);
    double recording = (System.nanoTime() - begun) / 1e9;

    OUT.println();
    OUT.println(
        LANES + " lanes, " + LIVE_A_SECOND + " trucks a second, open loop; from last byte to open");
    OUT.println("  " + alone.line("alone") + unanswered(lostAlone));
    OUT.println("  " + meanwhile.line("backlog") + unanswered(lostMeanwhile));
    OUT.println(
        String.format(
            Locale.ROOT,
            "  ratio            p50 %7.2f x    p99 %7.2f x",
            meanwhile.millis(50) / alone.millis(50),
            meanwhile.millis(99) / alone.millis(99)));
    long stored = each * LANES;
    OUT.println(
        String.format(
            Locale.ROOT,
            "Backlog of %d events offered at %d/s: read in %.0f s (%.0f/s), recorded after %.0f s (%.0f/s)",
            stored,
            STORED_A_SECOND,
            sending,
            stored / sending,
            recording,
            stored / recording));
    compare(url);
  }

  private static String unanswered(int lost) {
    return lost == 0 ? "" : "   " + lost + " trucks got no barrier command";
  }

  /** As fast as asked for, or as fast as it is read. */
  private void sendStored(Lane lane, long events) {
    long gap = TimeUnit.SECONDS.toNanos(LANES) / STORED_A_SECOND;
    long begin = System.nanoTime();
    try {
      for (int i = 0; i < events; i++) {
        pauseUntil(begin + i * gap);
        sent.add(lane.camera().sendStored(BenchSite.stored(i)));
      }
    } catch (IOException hungUp) {
      OUT.println("A camera lost its listener: " + hungUp.getMessage());
    }
  }

  /** Tells how many trucks got no barrier command. */
  private int live(Duration length, int rate, Samples into) throws IOException {
    lanes.forEach(lane -> lane.measureInto(into));
    long gap = TimeUnit.SECONDS.toNanos(1) / rate;
    long begin = System.nanoTime() + gap;
    long arrivals = length.toNanos() / gap;
    for (long i = 0; i < arrivals; i++) {
      pauseUntil(begin + i * gap);
      sent.add(lanes.get(trucks % lanes.size()).arrive(BenchSite.arriving(trucks)));
      trucks++;
    }
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (lanes.stream().mapToInt(Lane::unanswered).sum() > 0 && System.nanoTime() < patience) {
      pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50));
    }
    return lanes.stream().mapToInt(Lane::unanswered).sum();
  }

  /** Until all is there, or nothing has come for half a minute. */
  private void awaitRecorded(String url) throws SQLException {
    long last = -1;
    long since = System.nanoTime();
    while (last < sent.size() && System.nanoTime() - since < TimeUnit.SECONDS.toNanos(30)) {
      long now = keys(url).size();
      if (now != last) {
        last = now;
        since = System.nanoTime();
      }
      pauseUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(1));
    }
  }

  private void compare(String url) throws SQLException {
    List<String> keys = keys(url);
    Set<String> recorded = new HashSet<>();
    keys.forEach(key -> recorded.add(key.substring(key.indexOf('/') + 1)));
    long lost = sent.stream().filter(name -> !recorded.contains(name)).count();
    OUT.println(
        "Events: "
            + sent.size()
            + " sent, "
            + keys.size()
            + " recorded, "
            + lost
            + " lost, "
            + (keys.size() - recorded.size())
            + " doubled");
  }

  private static List<String> keys(String url) throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Connection database = DriverManager.getConnection(url);
        Statement statement = database.createStatement();
        var rows = statement.executeQuery("SELECT event_key FROM passage")) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
    return keys;
  }

  private void awaitWatched() {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (!lanes.stream().allMatch(lane -> lane.camera().watched())) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not every camera is being watched");
      }
      pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private static void pauseUntil(long time) {
    while (true) {
      long left = time - System.nanoTime();
      if (left <= 0) {
        return;
      }
      LockSupport.parkNanos(left);
    }
  }
}
