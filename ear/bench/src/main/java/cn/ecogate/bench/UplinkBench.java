package cn.ecogate.bench;

import cn.ecogate.db.EmbeddedMariaDb;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * After an outage: how fast the backlog goes up over a thin line, photos and all, beside a raw HTTP
 * client with the same bodies on the same line, and how late live records are meanwhile.
 */
public final class UplinkBench {

  private static final int LANES = 8;
  private static final int FEED_A_SECOND = 30;

  /** Plates of the backlog and of the live trucks are not the same, so that the sink tells. */
  private static final int LIVE_PLATES = BenchSite.TRUCKS / 2;

  /** After this a record is backlog. */
  private static final long AGE_SECONDS = 63;

  private static final PrintStream OUT = System.out;

  private final List<Lane> lanes = new ArrayList<>();
  private int trucks;
  private int live;

  private UplinkBench() {}

  /** Arguments: the project's folder, and {@code --quick} for a third of the backlog. */
  public static void main(String[] args) throws Exception {
    new UplinkBench().run(Path.of(args[0]), List.of(args).contains("--quick"));
  }

  private void run(Path project, boolean quick) throws Exception {
    Path folder = Files.createTempDirectory("ecogate-bench");
    Path data = Files.createDirectories(folder.resolve("data"));
    for (int i = 0; i < LANES; i++) {
      lanes.add(new Lane());
    }
    OUT.println("Starting the database and the product; logs in " + folder);
    try (BenchSink sink = new BenchSink();
        ThinLine line = new ThinLine(sink.port());
        EmbeddedMariaDb database = EmbeddedMariaDb.start(folder.resolve("db"), 0)) {
      String url =
          database.url() + "&user=" + EmbeddedMariaDb.USER + "&password=" + database.password();
      String platform = "http://127.0.0.1:" + line.port() + "/access/";
      Process product =
          Programs.product(project, BenchSite.write(folder, lanes, platform), data, url);
      try {
        awaitWatched();
        startHeartbeats();
        measure(url, sink, line, 10, quick ? 150 : 450);
        measure(url, sink, line, 100, quick ? 1000 : 3000);
        signing(sink.bodies());
      } finally {
        Programs.stop(product);
      }
    }
    System.exit(0); // cameras and boards keep their threads
  }

  private void measure(String url, BenchSink sink, ThinLine line, int megabits, int records)
      throws Exception {
    line.cut();
    OUT.println();
    OUT.println(megabits + " Mbit/s: making a backlog of " + records + " records");
    feed(records);
    awaitWaiting(url, records);
    pauseUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(AGE_SECONDS));

    Samples meanwhile = new Samples();
    sink.begin();
    line.open(megabits);
    while (sink.firstAt() == 0) {
      pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20));
    }
    sink.measureInto(meanwhile);
    long begun = sink.firstAt();
    long before = line.carried();
    int passages = sink.passages();
    for (int i = 0; waitingBacklog(url) > 0; i++) {
      if (i % 4 == 0) {
        arriveLive(sink);
      }
      pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200));
    }
    double seconds = (sink.lastAt() - begun) / 1e9;
    double ours = (line.carried() - before) * 8 / seconds / 1e6;
    int went = sink.passages() - passages;
    awaitLive(sink);

    Samples alone = new Samples();
    sink.measureInto(alone);
    for (int i = 0; i < 20; i++) {
      arriveLive(sink);
      pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(800));
    }
    awaitLive(sink);

    long rawBefore = line.carried();
    long rawBegun = System.nanoTime();
    new RawSender(line.port()).send(sink.bodies(), went);
    double rawSeconds = (System.nanoTime() - rawBegun) / 1e9;
    double raw = (line.carried() - rawBefore) * 8 / rawSeconds / 1e6;

    OUT.println(
        String.format(
            Locale.ROOT,
            "  EcoGate %6.2f Mbit/s (%d records in %.1f s)   raw %6.2f Mbit/s (%.1f s)   %.0f %% of raw",
            ours,
            went,
            seconds,
            raw,
            rawSeconds,
            100 * ours / raw));
    OUT.println("  live records, camera's last byte to the whole record at the platform");
    OUT.println("  " + alone.line("alone"));
    OUT.println("  " + meanwhile.line("backlog"));
  }

  private void feed(int records) throws Exception {
    long gap = TimeUnit.SECONDS.toNanos(1) / FEED_A_SECOND;
    long begin = System.nanoTime();
    for (int i = 0; i < records; i++) {
      pauseUntil(begin + i * gap);
      lanes.get(trucks % LANES).arrive(BenchSite.plate(trucks % LIVE_PLATES));
      trucks++;
    }
  }

  private void arriveLive(BenchSink sink) throws Exception {
    String plate = BenchSite.plate(LIVE_PLATES + live % LIVE_PLATES);
    sink.expect(plate);
    lanes.get(live % LANES).arrive(plate);
    live++;
  }

  private static void awaitLive(BenchSink sink) {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (sink.missing() > 0 && System.nanoTime() < patience) {
      pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50));
    }
    if (sink.missing() > 0) {
      OUT.println("  " + sink.missing() + " live records did not arrive");
    }
  }

  /** What signing costs a record, measured with the same primitive and the records' own size. */
  private static void signing(List<byte[]> bodies) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    Samples samples = new Samples();
    long bytes = 0;
    for (int i = 0; i < 600; i++) {
      byte[] body = bodies.get(i % bodies.size());
      long begun = System.nanoTime();
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(pair.getPrivate());
      rsa.update(body);
      rsa.sign();
      if (i >= 200) {
        samples.add(System.nanoTime() - begun);
        bytes += body.length;
      }
    }
    double onTheLine = bytes / (double) samples.count() * 8 / 100_000;
    OUT.println();
    OUT.println(
        String.format(
            Locale.ROOT,
            "Signing a record of %d kB: %.2f ms of one core; on a line of 100 Mbit/s it takes %.1f ms: %.0f %%",
            bytes / samples.count() / 1000,
            samples.millis(50),
            onTheLine,
            100 * samples.millis(50) / onTheLine));
  }

  /** Half a minute without a word from a camera is a fault, and the backlog takes longer to age. */
  private void startHeartbeats() {
    Thread beating =
        new Thread(
            () -> {
              while (true) {
                for (Lane lane : lanes) {
                  try {
                    lane.camera().heartbeat();
                  } catch (IOException hungUp) {
                    OUT.println("A camera lost its listener: " + hungUp.getMessage());
                  }
                }
                pauseUntil(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
              }
            },
            "heartbeats");
    beating.setDaemon(true);
    beating.start();
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

  /** Until they are all recorded, or no more come for ten seconds. */
  private static void awaitWaiting(String url, int records) throws SQLException {
    long last = -1;
    long since = System.nanoTime();
    while (last < records && System.nanoTime() - since < TimeUnit.SECONDS.toNanos(10)) {
      long now = count(url, "state <> 'ACCEPTED' AND kind = 'PASSAGE'");
      if (now != last) {
        last = now;
        since = System.nanoTime();
      }
      pauseUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500));
    }
    OUT.println("  " + last + " wait");
  }

  private static long waitingBacklog(String url) throws SQLException {
    return count(url, "state IN ('WAITING', 'CLAIMED') AND backlog = TRUE");
  }

  private static long count(String url, String which) throws SQLException {
    try (Connection database = DriverManager.getConnection(url);
        Statement statement = database.createStatement();
        var rows = statement.executeQuery("SELECT COUNT(*) FROM dispatch WHERE " + which)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void pauseUntil(long time) {
    for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
