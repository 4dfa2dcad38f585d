package cn.ecogate.adapter.link;

import cn.ecogate.adapter.wire.HttpCall;
import cn.ecogate.adapter.wire.HttpCallReader;
import cn.ecogate.adapter.wire.Pushed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One connection of a listener, from its first byte to its last. */
final class Visit {

  private static final Map<Integer, String> REASONS =
      Map.of(
          200, "OK",
          400, "Bad Request",
          404, "Not Found",
          405, "Method Not Allowed",
          408, "Request Timeout",
          411, "Length Required",
          413, "Content Too Large",
          431, "Request Header Fields Too Large",
          501, "Not Implemented",
          503, "Service Unavailable");

  /** What the connection is about; each has its own deadline. */
  enum Stage {
    /** Nothing, or part of a head. */
    HEAD,
    BODY,
    /** The event is handed on; the answer waits until it is recorded. */
    WAITING,
    ANSWERING,
    /** Told to go; what it still sends is read away, so that it gets to read the answer. */
    LEAVING
  }

  final SocketChannel channel;
  final HttpCallReader reader;
  final Set<String> awaited = new HashSet<>();
  private final SelectionKey key;
  private ByteBuffer out = ByteBuffer.allocate(0);
  private boolean last;

  Stage stage = Stage.HEAD;
  long deadline;
  Caller caller;
  Pushed understood;
  int reserved;

  Visit(SocketChannel channel, SelectionKey key, HttpCallReader reader) {
    this.channel = channel;
    this.key = key;
    this.reader = reader;
  }

  void enter(Stage entered, long nanos) {
    stage = entered;
    deadline = System.nanoTime() + nanos;
    boolean reads = entered == Stage.HEAD || entered == Stage.BODY || entered == Stage.LEAVING;
    key.interestOps(reads ? SelectionKey.OP_READ : 0);
  }

  void goOn() throws IOException {
    // A few bytes into an empty buffer: they go out at once, or the line is dead anyway.
    channel.write(
        ByteBuffer.wrap("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * @param type the content type, empty if there is no body
   */
  void answer(int status, String type, byte[] body, boolean keep, long nanos) throws IOException {
    boolean open = keep && reader.call().map(HttpCall::keepsOpen).orElse(false);
    StringBuilder head =
        new StringBuilder("HTTP/1.1 ")
            .append(status)
            .append(' ')
            .append(REASONS.getOrDefault(status, "Error"))
            .append("\r\n");
    if (!type.isEmpty()) {
      head.append("Content-Type: ").append(type).append("\r\n");
    }
    if (status == 503) {
      head.append("Retry-After: 2\r\n");
    }
    head.append("Content-Length: ")
        .append(body.length)
        .append("\r\nConnection: ")
        .append(open ? "keep-alive" : "close")
        .append("\r\n\r\n");
    byte[] bytes = head.toString().getBytes(StandardCharsets.US_ASCII);
    out = ByteBuffer.allocate(bytes.length + body.length).put(bytes).put(body).flip();
    last = !open;
    enter(Stage.ANSWERING, nanos);
    key.interestOps(SelectionKey.OP_WRITE);
  }

  /** Writes on; true if all of the answer is out. */
  boolean written() throws IOException {
    channel.write(out);
    return !out.hasRemaining();
  }

  /** This was the last answer on this connection. */
  boolean last() {
    return last;
  }

  void close() {
    try {
      key.cancel();
      channel.close();
    } catch (IOException e) {
      System.getLogger(Visit.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
    }
  }
}
