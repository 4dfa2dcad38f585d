package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.DeviceSpec;
import cn.ecogate.adapter.api.catalogue.Address;
import cn.ecogate.adapter.wire.DigestAuth;
import cn.ecogate.adapter.wire.HttpHead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Requests to one camera over one connection at a time, with its digest answered. */
final class CameraHttp implements AutoCloseable {

  /**
   * A refusal's page is read away so that the connection can be used again; not if it is longer.
   */
  private static final int SHORT_BODY = 64 * 1024;

  private final Address address;
  private final String user;
  private final String password;
  private final Timings timings;
  private final Duration answer;
  private DigestAuth digest;
  private volatile Socket socket;
  private volatile boolean closed;
  private InputStream in;

  CameraHttp(Address address, DeviceSpec login, Timings timings) {
    this(address, login, timings, timings.connect());
  }

  /**
   * @param answer how long to wait for one
   */
  CameraHttp(Address address, DeviceSpec login, Timings timings, Duration answer) {
    this.answer = answer;
    this.address = address;
    this.user = login.user();
    this.password = login.password();
    this.timings = timings;
  }

  /** A response whose body is still to be read. */
  record Response(HttpHead head, InputStream body) {}

  /** Asks, and asks again with the digest if that is wanted. */
  Response ask(String method, String uri, String body) throws IOException {
    Response first = once(method, uri, body);
    if (first.head().status() != 401 || user.isEmpty()) {
      return first;
    }
    Response second = again(first, method, uri, body);
    // A stale nonce is no wrong password: one more try with the fresh one.
    return second.head().status() == 401
            && digest != null
            && challenge(second).filter(DigestAuth::stale).isPresent()
        ? again(second, method, uri, body)
        : second;
  }

  private Response again(Response refused, String method, String uri, String body)
      throws IOException {
    Optional<DigestAuth> challenge = challenge(refused);
    if (challenge.isEmpty()) {
      throw new IOException("摄像机要求的认证方式不支持，请在摄像机上启用摘要认证（digest）");
    }
    digest = challenge.get();
    readAway(refused);
    return once(method, uri, body);
  }

  private static Optional<DigestAuth> challenge(Response refused) {
    return DigestAuth.among(refused.head().values("www-authenticate"));
  }

  private void readAway(Response response) throws IOException {
    boolean sized = response.head().value("content-length").matches("[0-9]{1,6}");
    if (response.head().closes() || !sized) {
      disconnect();
      return;
    }
    int read = response.body().readNBytes(SHORT_BODY).length;
    if (read == SHORT_BODY) {
      disconnect();
    }
  }

  private Response once(String method, String uri, String body) throws IOException {
    if (socket == null) {
      connect();
    }
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder request =
        new StringBuilder()
            .append(method)
            .append(' ')
            .append(uri)
            .append(" HTTP/1.1\r\nHost: ")
            .append(address.host())
            .append(':')
            .append(address.port())
            .append("\r\nAccept: */*\r\nUser-Agent: EcoGate\r\n");
    if (digest != null) {
      request
          .append("Authorization: ")
          .append(digest.answer(method, uri, user, password, clientNonce()))
          .append("\r\n");
    }
    if (content.length > 0) {
      request
          .append("Content-Type: application/xml; charset=\"UTF-8\"\r\nContent-Length: ")
          .append(content.length)
          .append("\r\n");
    }
    request.append("\r\n").append(body);
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
    HttpHead head = HttpHead.read(in);
    return new Response(head, head.body(in));
  }

  private void connect() throws IOException {
    Socket fresh = TcpLine.connect(address, timings.connect());
    fresh.setSoTimeout((int) answer.toMillis());
    socket = fresh;
    in = new BufferedInputStream(fresh.getInputStream(), 64 * 1024);
    if (closed) {
      fresh.close();
      throw new IOException("已停止");
    }
  }

  /** How long the next read of a body may wait. */
  void patience(int millis) throws IOException {
    socket.setSoTimeout(Math.max(1, millis));
  }

  private static String clientNonce() {
    byte[] random = new byte[8];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private void disconnect() throws IOException {
    Socket old = socket;
    socket = null;
    if (old != null) {
      old.close();
    }
  }

  /** May be called from another thread, to end a read. */
  @Override
  public void close() {
    closed = true;
    try {
      disconnect();
    } catch (IOException e) {
      System.getLogger(CameraHttp.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
    }
  }
}
