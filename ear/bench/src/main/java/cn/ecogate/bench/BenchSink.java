package cn.ecogate.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A platform that takes everything at once: it counts, and keeps some bodies to be sent again. */
final class BenchSink implements AutoCloseable {

  private static final int KEPT = 200;
  private static final Pattern PLATE = Pattern.compile("\"plateNo\":\"([^\"]+)\"");
  private static final byte[] YES =
      "{\"code\":\"200\",\"success\":true,\"message\":\"ok\",\"data\":{\"token\":\"bench\",\"expiresIn\":7200,\"serialNos\":[]}}"
          .getBytes(StandardCharsets.UTF_8);

  static {
    // Without it the JDK's server waits 40 ms for every small answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final AtomicInteger passages = new AtomicInteger();
  private final List<byte[]> bodies = new ArrayList<>();
  private final Map<String, Long> expected = new ConcurrentHashMap<>();
  private volatile long firstAt;
  private volatile long lastAt;
  private volatile Samples samples = new Samples();

  BenchSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.createContext("/", this::take);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "sink");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  int passages() {
    return passages.get();
  }

  /** When the first passage came since {@link #begin}, 0 if none has. */
  long firstAt() {
    return firstAt;
  }

  /** When the last one came. */
  long lastAt() {
    return lastAt;
  }

  void begin() {
    firstAt = 0;
  }

  /** How late that truck's record is when it comes will be counted there. */
  void expect(String plate) {
    expected.put(plate, System.nanoTime());
  }

  void measureInto(Samples next) {
    expected.clear();
    samples = next;
  }

  int missing() {
    return expected.size();
  }

  List<byte[]> bodies() {
    synchronized (bodies) {
      return List.copyOf(bodies);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      long now = System.nanoTime();
      if (exchange.getRequestURI().getPath().endsWith("vehicleInOut")) {
        note(body, now);
      }
      exchange.sendResponseHeaders(200, YES.length);
      exchange.getResponseBody().write(YES);
    }
  }

  private void note(byte[] body, long now) {
    if (firstAt == 0) {
      firstAt = now;
    }
    lastAt = now;
    passages.incrementAndGet();
    // The plate stands before the photos; searching all of a photo would be the sink's own work.
    Matcher plate =
        PLATE.matcher(new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8));
    Long since = plate.find() ? expected.remove(plate.group(1)) : null;
    if (since != null) {
      samples.add(now - since);
    }
    synchronized (bodies) {
      if (bodies.size() < KEPT) {
        bodies.add(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
