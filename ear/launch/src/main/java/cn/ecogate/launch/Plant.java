package cn.ecogate.launch;

import cn.ecogate.db.EmbeddedMariaDb;
import cn.ecogate.db.TiedProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The running parts: started one after the other, stopped in the opposite order. */
final class Plant {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);
  private static final int KEPT_LOGS = 5;

  private final Bundle bundle;
  private final Path dataDir;
  private final Path logs;
  private final Map<String, TiedProcess> virtualDevices = new LinkedHashMap<>();
  private EmbeddedMariaDb database;
  private TiedProcess server;
  private boolean stopped;

  Plant(Bundle bundle, Path dataDir) {
    this.bundle = bundle;
    this.dataDir = dataDir;
    this.logs = dataDir.resolve("logs");
    try {
      Files.createDirectories(logs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized DatabaseAccess startDatabase() {
    requireRunning();
    database = EmbeddedMariaDb.start(dataDir.resolve("db"), 0);
    return DatabaseAccess.of(database);
  }

  synchronized void startVirtualDevices(String mainClass, String name, Path siteFile) {
    requireRunning();
    List<String> command =
        List.of(
            java(),
            "-Xmx256m",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-cp",
            bundle.libraries(),
            mainClass,
            "--site",
            siteFile.toString(),
            "--data-dir",
            dataDir.toString());
    virtualDevices.put(name, TiedProcess.start(command, Map.of(), dataDir, newLog(name)));
  }

  synchronized Server startServer(
      DatabaseAccess access, Path siteFile, int httpPort, List<String> furtherOptions) {
    requireRunning();
    Path folder = dataDir.resolve("server");
    Path log = newLog("server");
    try {
      delete(folder);
      Files.createDirectories(folder.resolve("root"));
      Files.createDirectories(folder.resolve("tmp"));
      Path secrets = folder.resolve("application.properties");
      Files.createFile(
          secrets,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (OutputStream out = Files.newOutputStream(secrets)) {
        configuration(access, siteFile).store(out, null);
      }
      Path beforeBoot = folder.resolve("before-boot.txt");
      Files.writeString(
          beforeBoot,
          "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false\n");
      List<String> command = new ArrayList<>();
      command.add(java());
      command.add("-Xmx1g");
      // A gate decides some thousand times a day: the compiler is told not to wait for more.
      command.add("-XX:Tier4InvocationThreshold=1000");
      command.add("-XX:Tier4MinInvocationThreshold=200");
      command.add("-XX:Tier4CompileThreshold=2000");
      command.add("-Dfile.encoding=UTF-8");
      // A proxy before a platform may ask for a password; Java refuses Basic there by itself.
      command.add("-Djdk.http.auth.tunneling.disabledSchemes=");
      command.add("-Djava.awt.headless=true");
      command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
      // Redeployed adapters bring new class loaders; each needs a native library of its own name.
      command.add("-DjSerialComm.library.randomizeNativeName=true");
      command.addAll(furtherOptions);
      command.addAll(
          List.of(
              "-jar",
              bundle.server().toString(),
              "--rootdir",
              folder.resolve("root").toString(),
              "--port",
              Integer.toString(httpPort),
              "--nocluster",
              "--nohazelcast",
              "--disablephonehome",
              "--prebootcommandfile",
              beforeBoot.toString(),
              "--systemproperties",
              secrets.toString(),
              "--deploy",
              bundle.adapter().toString(),
              "--deploy",
              bundle.application().toString(),
              "--contextroot",
              "/"));
      server = TiedProcess.start(command, Map.of(), dataDir, log);
      return new Server(server, httpPort, log, secrets);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare " + folder, e);
    }
  }

  /** Completes with the name of the first part that ends unasked. */
  synchronized CompletableFuture<String> somethingEnded() {
    CompletableFuture<String> serverEnded = server.ended().thenApply(exit -> "应用服务器 (the server)");
    return database == null
        ? serverEnded
        : serverEnded.applyToEither(
            database.ended().thenApply(exit -> "数据库 (the database)"), ended -> ended);
  }

  synchronized Map<String, TiedProcess> virtualDevices() {
    return Map.copyOf(virtualDevices);
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  /** The server first, so that it still has its database; the database last. */
  synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (server != null) {
      server.stop(STOP_PATIENCE);
    }
    virtualDevices.values().forEach(part -> part.stop(STOP_PATIENCE));
    if (database != null) {
      database.close();
    }
  }

  private void requireRunning() {
    if (stopped) {
      throw new IllegalStateException("The plant was stopped while it started");
    }
  }

  private Properties configuration(DatabaseAccess access, Path siteFile) {
    Properties properties = new Properties();
    properties.setProperty("ecogate.data-dir", dataDir.toString());
    properties.setProperty("ecogate.site-file", siteFile.toString());
    properties.setProperty("ecogate.db.url", access.url());
    properties.setProperty("ecogate.db.user", access.user());
    properties.setProperty("ecogate.db.password", access.password());
    return properties;
  }

  /** A fresh file; the ones of earlier starts move one number up. */
  private Path newLog(String name) {
    try {
      for (int i = KEPT_LOGS - 1; i >= 0; i--) {
        Path older = logs.resolve(i == 0 ? name + ".log" : name + "." + i + ".log");
        if (Files.exists(older)) {
          Files.move(
              older,
              logs.resolve(name + "." + (i + 1) + ".log"),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return logs.resolve(name + ".log");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make room for a new log", e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
