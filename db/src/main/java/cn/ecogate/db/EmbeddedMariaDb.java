package cn.ecogate.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A MariaDB server of our own on 127.0.0.1, whose data folder outlives it. */
public final class EmbeddedMariaDb implements AutoCloseable {

  public static final String DATABASE = "ecogate";
  public static final String USER = "ecogate";

  /**
   * What every address of an EcoGate database has to carry: instants travel as UTC. The first two
   * alone would store the wall time of the JVM's own zone.
   */
  public static final List<String> URL_OPTIONS =
      List.of(
          "connectionTimeZone=UTC",
          "forceConnectionTimeZoneToSession=true",
          "preserveInstants=true",
          // Parsed once a connection: half of what an append's statement costs.
          "useServerPrepStmts=true");

  private static final Duration START_PATIENCE = Duration.ofSeconds(120);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  // A Unix socket's path may have 107 bytes; longer ones go to the temporary folder.
  private static final int LONGEST_SOCKET_PATH = 100;

  private final FileChannel lockChannel;
  private final FileLock lock;
  private final TiedProcess server;
  private final int port;
  private final String password;

  private EmbeddedMariaDb(
      FileChannel lockChannel, FileLock lock, TiedProcess server, int port, String password) {
    this.lockChannel = lockChannel;
    this.lock = lock;
    this.server = server;
    this.port = port;
    this.password = password;
  }

  /**
   * Starts the server on the folder, which is filled first when it is empty, and waits until it
   * answers.
   *
   * @param port 0 for any free port
   * @param serverOptions further options for the server, each with its leading dashes
   */
  public static EmbeddedMariaDb start(Path folder, int port, String... serverOptions) {
    Path home = folder.toAbsolutePath().normalize();
    FileChannel channel = null;
    TiedProcess server = null;
    try {
      Files.createDirectories(home);
      channel =
          FileChannel.open(
              home.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lockOrNull(channel);
      if (lock == null) {
        throw new DatabaseFault("数据目录正被另一个实例使用 / another instance is using " + home);
      }
      stopStaleServer(home);
      Path base = ServerBinaries.unpacked();
      Path data = home.resolve("data");
      if (!isFilled(data)) {
        fill(base, data, home.resolve("mariadb.log"));
      }
      String password = drawPassword();
      int chosen = port == 0 ? freePort() : port;
      server = launch(home, base, chosen, password, List.of(serverOptions));
      return new EmbeddedMariaDb(channel, lock, server, chosen, password);
    } catch (IOException e) {
      closeQuietly(channel);
      throw new DatabaseFault("数据库无法启动 / the database cannot be started in " + home + ": " + e, e);
    } catch (RuntimeException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  public int port() {
    return port;
  }

  public String password() {
    return password;
  }

  public long pid() {
    return server.pid();
  }

  public boolean isAlive() {
    return server.isAlive();
  }

  /** Completes when the server has ended, asked or not. */
  public CompletableFuture<Integer> ended() {
    return server.ended();
  }

  /** The address without credentials; times travel as UTC whatever zone the JVM is in. */
  public String url() {
    return "jdbc:mariadb://127.0.0.1:"
        + port
        + "/"
        + DATABASE
        + "?"
        + String.join("&", URL_OPTIONS);
  }

  /** Stops the server and waits until its files are at rest. */
  @Override
  public void close() {
    server.stop(STOP_PATIENCE);
    try {
      lock.release();
    } catch (IOException e) {
      throw new DatabaseFault("Cannot release the data folder", e);
    } finally {
      closeQuietly(lockChannel);
    }
  }

  private static FileLock lockOrNull(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // this very JVM holds it
    }
  }

  /** We hold the folder's lock, so a server still alive on it has lost its launcher. */
  private static void stopStaleServer(Path home) throws IOException {
    Path pidFile = home.resolve("mariadbd.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> stale = stale(Files.readString(pidFile).trim(), home);
    if (stale.isPresent()) {
      stale.get().destroy();
      if (!ended(stale.get(), STOP_PATIENCE)) {
        stale.get().destroyForcibly();
        if (!ended(stale.get(), STOP_PATIENCE)) {
          throw new DatabaseFault(
              "旧数据库进程无法停止 / an old database process cannot be stopped: " + stale.get().pid());
        }
      }
    }
    Files.deleteIfExists(pidFile);
  }

  private static Optional<ProcessHandle> stale(String pid, Path home) {
    if (!pid.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    // The pid may since belong to somebody else: only a MariaDB on this very folder is ours.
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(
            process ->
                process
                    .info()
                    .arguments()
                    .map(all -> List.of(all).contains("--datadir=" + home.resolve("data")))
                    .orElse(false));
  }

  private static boolean ended(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      return !process.isAlive();
    }
  }

  private static boolean isFilled(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      return false;
    }
    try (Stream<Path> files = Files.list(data)) {
      return files.findAny().isPresent();
    }
  }

  /**
   * The system tables are made beside their place and moved there whole: a killed first start
   * leaves no half.
   */
  private static void fill(Path base, Path data, Path log) throws IOException {
    Path unfinished = data.resolveSibling("data.unfinished-" + ProcessHandle.current().pid());
    List<String> command = new ArrayList<>();
    command.add(base.resolve("scripts/mariadb-install-db").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + base);
    command.add("--datadir=" + unfinished);
    command.add("--skip-name-resolve");
    command.add("--skip-test-db");
    command.add("--force");
    command.add("--auth-root-authentication-method=socket");
    command.add("--auth-root-socket-user=" + System.getProperty("user.name"));
    if (isRoot()) {
      command.add("--user=root");
    }
    TiedProcess install = TiedProcess.start(command, libraries(base), base, log);
    try {
      int exit = install.waitFor();
      if (exit != 0) {
        throw new DatabaseFault(
            "数据库初始化失败 / filling the new data folder failed with "
                + exit
                + ", see "
                + log
                + lastWords(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      install.close();
      throw new DatabaseFault("Interrupted while filling the data folder", e);
    }
    Files.deleteIfExists(data);
    Files.move(unfinished, data);
  }

  private static TiedProcess launch(
      Path home, Path base, int port, String password, List<String> serverOptions)
      throws IOException {
    Path log = home.resolve("mariadb.log");
    Path first = firstWords(home, password);
    List<String> command = new ArrayList<>();
    command.add(base.resolve("bin/mariadbd").toString());
    command.add("--no-defaults");
    command.add("--basedir=" + base);
    command.add("--datadir=" + home.resolve("data"));
    command.add("--pid-file=" + home.resolve("mariadbd.pid"));
    command.add("--socket=" + socket(home));
    command.add("--init-file=" + first);
    command.add("--port=" + port);
    command.add("--bind-address=127.0.0.1");
    command.add("--skip-name-resolve");
    command.add("--character-set-server=utf8mb4");
    command.add("--default-time-zone=+00:00");
    command.add("--max-allowed-packet=64M");
    // Every commit is on the disk before it is answered: the ledger's promise stands on it.
    command.add("--innodb-flush-log-at-trx-commit=1");
    if (isRoot()) {
      command.add("--user=root");
    }
    command.addAll(serverOptions);
    TiedProcess server = TiedProcess.start(command, libraries(base), home, log);
    try {
      awaitGreeting(server, port, log);
      return server;
    } catch (DatabaseFault e) {
      server.close();
      throw e;
    } finally {
      Files.deleteIfExists(first);
    }
  }

  /**
   * What the server does before it lets anybody in: the database, and an account with today's
   * password.
   */
  private static Path firstWords(Path home, String password) throws IOException {
    Path file = home.resolve("init.sql");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    String account = "'" + USER + "'@'127.0.0.1'";
    Files.writeString(
        file,
        "CREATE DATABASE IF NOT EXISTS "
            + DATABASE
            + " CHARACTER SET utf8mb4;\n"
            + "CREATE USER IF NOT EXISTS "
            + account
            + ";\nALTER USER "
            + account
            + " IDENTIFIED BY '"
            + password
            + "';\nGRANT ALL ON "
            + DATABASE
            + ".* TO "
            + account
            + ";\n");
    return file;
  }

  /** The server greets first; until it does, nobody is let in. */
  private static void awaitGreeting(TiedProcess server, int port, Path log) {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!server.isAlive()) {
        throw new DatabaseFault(
            "数据库启动后随即退出 / the database ended at once, see " + log + lastWords(log));
      }
      try (Socket socket = new Socket()) {
        socket.setSoTimeout((int) START_PATIENCE.toMillis());
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        InputStream in = socket.getInputStream();
        if (in.read() >= 0) {
          return;
        }
      } catch (IOException e) {
        pause(); // not listening yet
      }
    }
    throw new DatabaseFault(
        "数据库未在 " + START_PATIENCE.toSeconds() + " 秒内就绪 / the database did not answer, see " + log);
  }

  /** What the server said last that was an error, for people who have only this sentence. */
  private static String lastWords(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("ERROR") || line.contains("FATAL"))
          .reduce((earlier, later) -> later)
          .map(line -> "：" + line.strip())
          .orElse("");
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault("Interrupted while the database started", e);
    }
  }

  private static Path socket(Path home) {
    Path beside = home.resolve("mariadb.sock");
    return beside.toString().length() <= LONGEST_SOCKET_PATH
        ? beside
        : Path.of(
            System.getProperty("java.io.tmpdir"),
            "ecogate-" + Integer.toHexString(home.hashCode()) + ".sock");
  }

  private static Map<String, String> libraries(Path base) {
    String libraries = base.resolve("libs").toString();
    return Map.of("LD_LIBRARY_PATH", libraries, "DYLD_FALLBACK_LIBRARY_PATH", libraries);
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static String drawPassword() {
    byte[] drawn = new byte[24];
    new SecureRandom().nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        System.getLogger(EmbeddedMariaDb.class.getName())
            .log(System.Logger.Level.DEBUG, "Cannot close the lock file", e);
      }
    }
  }
}
