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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the camera's last byte to the barrier command's first byte, with the record committed in
 * between: the product and the raw program in turns, open-loop, at 5 and 50 trucks a second.
 */
public final class DecisionBench {

  private static final int LANES = 4;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final PrintStream OUT = System.out;

  private final List<Lane> productLanes = new ArrayList<>();
  private final List<Lane> floorLanes = new ArrayList<>();

  /** How many have arrived at the product, and at the raw program. */
  private int ours;

  private int theirs;

  private DecisionBench() {}

  /** Arguments: the project's folder, and {@code --quick} for a fifth of the time. */
  public static void main(String[] args) throws Exception {
    boolean quick = List.of(args).contains("--quick");
    new DecisionBench().run(Path.of(args[0]), quick);
  }

  private void run(Path project, boolean quick) throws Exception {
    Path folder = Files.createTempDirectory("ecogate-bench");
    Path data = Files.createDirectories(folder.resolve("data"));
    for (int i = 0; i < LANES; i++) {
      productLanes.add(new Lane());
      floorLanes.add(new Lane());
    }
    OUT.println("Starting the database, the product and the raw program; logs in " + folder);
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder.resolve("db"), 0)) {
      String url =
          database.url() + "&user=" + EmbeddedMariaDb.USER + "&password=" + database.password();
      Process product = Programs.product(project, BenchSite.write(folder, productLanes), data, url);
      try {
        awaitWatched(productLanes);
        OUT.println("Warming up");
        int warm = quick ? 60 : 120;
        play(productLanes, 50, Duration.ofSeconds(warm), new Samples());
        execute(url, "CREATE TABLE raw_passage LIKE passage");
        Process floor = Programs.floor(url, bytes(url, "passage"), floorLanes);
        try {
          measure(url, quick);
        } finally {
          Programs.stop(floor);
        }
      } finally {
        Programs.stop(product);
      }
    }
  }

  private void measure(String url, boolean quick) throws Exception {
    awaitWatched(floorLanes);
    play(floorLanes, 50, Duration.ofSeconds(quick ? 15 : 30), new Samples());
    Map<Integer, Duration> turns = new TreeMap<>();
    turns.put(5, Duration.ofSeconds(quick ? 10 : 40));
    turns.put(50, Duration.ofSeconds(quick ? 5 : 20));
    for (Map.Entry<Integer, Duration> turn : turns.entrySet()) {
      Samples ours = new Samples();
      Samples floor = new Samples();
      for (int round = 0; round < (quick ? 2 : 4); round++) {
        play(floorLanes, turn.getKey(), turn.getValue(), floor);
        play(productLanes, turn.getKey(), turn.getValue(), ours);
      }
      report(turn.getKey(), ours, floor);
    }
    OUT.println("Records: product " + count(url, "passage") + ", raw " + count(url, "raw_passage"));
    OUT.println(
        "Bytes of the rules' answers: product "
            + bytes(url, "passage")
            + ", raw "
            + bytes(url, "raw_passage"));
  }

  private static void report(int rate, Samples ours, Samples floor) {
    OUT.println();
    OUT.println("Arrivals " + rate + "/s over " + LANES + " lanes, open loop");
    OUT.println("  " + floor.line("raw"));
    OUT.println("  " + ours.line("EcoGate"));
    OUT.println(
        String.format(
            Locale.ROOT,
            "  ratio            p50 %7.2f x    p99 %7.2f x    p99.9 %7.2f x   (target: p50 and p99 <= 3)",
            ours.millis(50) / floor.millis(50),
            ours.millis(99) / floor.millis(99),
            ours.millis(99.9) / floor.millis(99.9)));
  }

  /** Trucks arrive at their appointed times whether or not the one before has been let in. */
  private void play(List<Lane> lanes, int rate, Duration length, Samples into) throws IOException {
    lanes.forEach(lane -> lane.measureInto(into));
    long gap = TimeUnit.SECONDS.toNanos(1) / rate;
    long begin = System.nanoTime() + gap;
    long arrivals = length.toNanos() / gap;
    for (long i = 0; i < arrivals; i++) {
      pauseUntil(begin + i * gap);
      if (lanes != productLanes && i % (HEARTBEAT.toNanos() / gap) == 0) {
        // The product's cameras have nothing to tell while the raw program has its turn.
        for (Lane idle : productLanes) {
          idle.camera().heartbeat();
        }
      }
      int number = lanes == productLanes ? ours++ : theirs++;
      lanes.get(number % lanes.size()).arrive(BenchSite.arriving(number));
    }
    pauseUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(2));
    int lost = lanes.stream().mapToInt(Lane::unanswered).sum();
    if (lost > 0) {
      OUT.println("  " + lost + " of " + arrivals + " trucks got no barrier command");
    }
  }

  private static void awaitWatched(List<Lane> lanes) {
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

  private static void execute(String url, String sql) throws SQLException {
    try (Connection database = DriverManager.getConnection(url);
        Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(String url, String table) throws SQLException {
    return number(url, "SELECT COUNT(*) FROM " + table);
  }

  /** The one column of a row that is long; the raw program's must be as long as the product's. */
  private static long bytes(String url, String table) throws SQLException {
    return number(url, "SELECT MAX(LENGTH(answers)) FROM " + table);
  }

  private static long number(String url, String question) throws SQLException {
    try (Connection database = DriverManager.getConnection(url);
        Statement statement = database.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
