package cn.ecogate.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The two programs under test as processes of their own: the product by its one command, and the
 * floor.
 */
final class Programs {

  private static final Duration START_PATIENCE = Duration.ofMinutes(10);

  private Programs() {}

  static Process product(Path project, Path site, Path data, String databaseUrl)
      throws IOException {
    int port = freePort();
    Process product =
        new ProcessBuilder(
                project.resolve("run").toString(),
                "--no-simulator",
                "--site",
                site.toString(),
                "--data-dir",
                data.toString(),
                "--http-port",
                String.valueOf(port),
                "--db",
                databaseUrl)
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling("product.log").toFile())
            .start();
    awaitReady(product, port, data.resolveSibling("product.log"));
    return product;
  }

  /** Its rows hold so many bytes of the rules' answers. */
  static Process floor(String databaseUrl, long answers, List<Lane> lanes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            RawGate.class.getName(),
            databaseUrl,
            String.valueOf(answers)));
    for (Lane lane : lanes) {
      command.add(String.valueOf(lane.camera().port()));
      command.add(String.valueOf(lane.relay().port()));
    }
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The server answers 404 until the application is there. */
  private static void awaitReady(Process product, int port, Path log) throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (System.nanoTime() < deadline && product.isAlive()) {
      try {
        if (client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() < 400) {
          return;
        }
      } catch (IOException notYet) {
        // Not listening yet; asked again below.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
    }
    product.destroy();
    throw new IOException("the product did not become ready; see " + new File(log.toString()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
