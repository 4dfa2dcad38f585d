package cn.ecogate.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What nobody can do without: the same bodies posted over the same line, six at a time. */
final class RawSender {

  private static final int AT_ONCE = 6;

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  RawSender(int port) {
    address = URI.create("http://127.0.0.1:" + port + "/raw");
  }

  /** Posts so many, one body after the other from the begin again. */
  void send(List<byte[]> bodies, int count) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      Thread sender =
          new Thread(
              () -> {
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                  post(bodies.get(n % bodies.size()));
                }
              },
              "raw");
      sender.start();
      senders.add(sender);
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  private void post(byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("the raw program lost its line", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
