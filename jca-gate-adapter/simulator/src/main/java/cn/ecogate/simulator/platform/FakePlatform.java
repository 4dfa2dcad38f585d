package cn.ecogate.simulator.platform;

import cn.ecogate.simulator.truth.JsonText;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running fake platform on a loopback port: a program by {@link #main}, and a library for tests,
 * which start it in their own process.
 */
public final class FakePlatform implements AutoCloseable {

  static {
    // Without it the JDK's server waits 40 ms for every small answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(FakePlatform::thread);
  private final Trouble trouble;
  private final RecordStore store;
  private final RecordStore cards;
  private final Orders orders;
  private final List<Counter> desks = new ArrayList<>();

  private FakePlatform(
      HttpServer server, Trouble trouble, RecordStore store, RecordStore cards, Orders orders) {
    this.server = server;
    this.trouble = trouble;
    this.store = store;
    this.cards = cards;
    this.orders = orders;
  }

  /** See {@link PlatformProgram} for the options. */
  public static void main(String[] args) {
    PlatformProgram.run(args);
  }

  /**
   * Starts it.
   *
   * @param port 0 for any free one
   * @param dataDir passages go to {@code platform/records.jsonl} below it, the rest to {@code
   *     cards.jsonl}; what it sends down stands in {@code orders.jsonl}
   * @param slowness how late a slow answer is
   */
  public static FakePlatform start(
      int port, List<Enterprise> enterprises, Path dataDir, Clock clock, Duration slowness)
      throws IOException {
    RecordStore store = new RecordStore(dataDir.resolve("platform/records.jsonl"), clock);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    RecordStore cards = new RecordStore(dataDir.resolve("platform/cards.jsonl"), clock);
    Orders orders = new Orders(dataDir.resolve("platform/orders.jsonl"));
    FakePlatform platform = new FakePlatform(server, new Trouble(slowness), store, cards, orders);
    for (Enterprise enterprise : enterprises) {
      Counter desk =
          switch (enterprise.shape()) {
            case YUNNAN -> new Desk(enterprise, store, cards, orders, platform.trouble, clock);
            case BEARER_THROUGH -> new BearerCounter(enterprise, store, platform.trouble, clock);
            case CHECK_FIRST -> new CheckFirstCounter(enterprise, store, platform.trouble, clock);
          };
      platform.desks.add(desk);
      server.createContext(
          enterprise.path(), exchange -> platform.serve(exchange, enterprise.path(), desk));
    }
    server.createContext("/control/fail", platform::controlFail);
    server.createContext("/control/state", platform::controlState);
    server.createContext("/control/send", platform::controlSend);
    server.setExecutor(platform.threads);
    server.start();
    return platform;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Misbehaves so for that many records, or until told otherwise if the count is negative. */
  public void fail(FailMode mode, int count) {
    trouble.set(mode, count);
  }

  /** Refuses records that have that field. */
  public void refuseField(String field, int count) {
    trouble.set(FailMode.REFUSE, count, field);
  }

  /**
   * Sends something down from now on.
   *
   * @param order {@code kind} ({@code exceeding}, {@code strategy}, {@code violation}) and the
   *     fields as they go over the wire
   */
  public void send(Map<String, Object> order) {
    orders.add(order);
  }

  /** Everything received, oldest first: platform, key, receivedAt, record. */
  public List<Map<String, Object>> records() {
    return store.records();
  }

  /** Everything else received, oldest first: master data, filings, loads, with their endpoint. */
  public List<Map<String, Object>> cards() {
    return cards.records();
  }

  /** The keys received, in the order they came. */
  public List<String> keys() {
    return store.records().stream().map(line -> (String) line.get("key")).toList();
  }

  /** How many records came again after they were stored. */
  public long duplicates() {
    return store.duplicates();
  }

  /** The last heartbeat's devices as they were written, empty text before the first. */
  public String lastHeartbeat() {
    return desks.stream().map(Counter::lastHeartbeat).reduce("", (first, last) -> last);
  }

  public long heartbeats() {
    return desks.stream().mapToLong(Counter::heartbeats).sum();
  }

  @Override
  public void close() {
    trouble.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange, String path, Counter desk) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String endpoint = exchange.getRequestURI().getPath().substring(path.length());
      Reply reply =
          exchange.getRequestMethod().equals("POST")
              ? desk.answer(new Asked(endpoint, exchange.getRequestHeaders()::getFirst, body))
              : Reply.error(405, "只接受 POST");
      if (reply != Reply.HANG_UP) {
        send(exchange, reply.status(), reply.envelope());
      }
    }
  }

  private void controlFail(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        JsonText.Read wish =
            JsonText.object(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Object count = wish.members().get("count");
        trouble.set(
            FailMode.of(wish.text("mode")),
            count instanceof Number number ? number.intValue() : Trouble.FOR_EVER,
            wish.text("field"));
        send(exchange, 200, state());
      } catch (IllegalArgumentException e) {
        send(exchange, 400, Map.of("message", e.getMessage()));
      }
    }
  }

  private void controlSend(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        send(
            JsonText.object(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .members());
        send(exchange, 200, state());
      } catch (IllegalArgumentException e) {
        send(exchange, 400, Map.of("message", e.getMessage()));
      }
    }
  }

  private void controlState(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, 200, state());
    }
  }

  private Map<String, Object> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("mode", trouble.current().word());
    state.put("records", records().size());
    state.put("cards", cards().size());
    state.put("duplicates", duplicates());
    state.put("heartbeats", heartbeats());
    state.put("orders", orders.count());
    return state;
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> json)
      throws IOException {
    byte[] bytes = JsonText.write(json).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "fake-platform");
    thread.setDaemon(true);
    return thread;
  }
}
