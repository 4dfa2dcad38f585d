package cn.ecogate.simulator.camera;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A host that pushing cameras call, with answers as the test wants them. */
public final class Desk implements AutoCloseable {

  private final HttpServer server;
  private final List<String> got = new CopyOnWriteArrayList<>();

  /**
   * @param answer to a body; null = hang up without one
   */
  public Desk(Function<String, String> answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          got.add(body);
          String said = answer.apply(body);
          if (said != null) {
            byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cameras/x/secret");
  }

  public List<String> got(String word) {
    return got.stream().filter(body -> body.contains(word)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
