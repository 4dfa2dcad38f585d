package cn.ecogate.launch;

import cn.ecogate.db.TiedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Payara Micro on its way up. */
record Server(TiedProcess process, int httpPort, Path log, Path secrets) {

  /** A busy machine takes minutes; a server that died is noticed without waiting. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration AFTER_DEPLOYMENT = Duration.ofMinutes(1);
  private static final Pattern DEPLOYED = Pattern.compile("Payara Micro .* ready in");
  private static final Pattern GRAVE =
      Pattern.compile("Exception while (loading|deploying|starting|preparing)");

  /** Waits until the application itself answers; what was secret on disk is removed then. */
  void awaitReady() throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long deployed = 0;
    try {
      while (!answers(client, "/") || !answers(client, "/health/ready")) {
        if (!process.isAlive()) {
          throw new Refusal("应用服务器启动失败，见 " + log + why(), "the server ended while starting");
        }
        if (deployed == 0 && contains(DEPLOYED)) {
          deployed = System.nanoTime();
        }
        boolean late = deployed != 0 && System.nanoTime() - deployed > AFTER_DEPLOYMENT.toNanos();
        if (late || System.nanoTime() > deadline) {
          throw new Refusal("应用没有就绪，见 " + log + why(), "the application did not become ready");
        }
        TimeUnit.MILLISECONDS.sleep(250);
      }
    } finally {
      deleteSecrets();
    }
  }

  private boolean answers(HttpClient client, String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      // A redirect to the sign-in page is an answer; 404 is the server without its application.
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean contains(Pattern pattern) {
    return firstLine(pattern).isPresent();
  }

  private String why() {
    return firstLine(GRAVE).map(line -> "：" + line).orElse("");
  }

  private Optional<String> firstLine(Pattern pattern) {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines.filter(line -> pattern.matcher(line).find()).findFirst().map(Server::shortened);
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static String shortened(String line) {
    String plain = line.replaceAll("\\e\\[[\\d;]*m", "").replaceAll("^(\\[[^\\]]*\\]\\s*)+", "");
    return plain.length() <= 300 ? plain : plain.substring(0, 300) + "…";
  }

  private void deleteSecrets() {
    try {
      Files.deleteIfExists(secrets);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("Cannot remove " + secrets, e);
    }
  }
}
