package cn.ecogate.adapter.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cuts one connection's bytes into requests, whatever pieces they arrive in; it is fed and never
 * waits. Between head and body it can be asked whose request that is, so that nobody is listened to
 * at length who may not call.
 */
public final class HttpCallReader {

  public static final int MAX_HEAD = 16 * 1024;

  private static final int MAX_HEADERS = 100;

  /** A chunk's size line, with whatever extension a device invents. */
  private static final int MAX_LINE = 256;

  private enum At {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILER,
    COMPLETE
  }

  private final int maxBody;
  private byte[] buffer = new byte[2 * 1024];
  private int start;
  private int end;
  private int scanned;
  private At at = At.HEAD;
  private HttpCall call;
  private byte[] body = new byte[0];
  private int filled;
  private int left;

  public HttpCallReader(int maxBody) {
    this.maxBody = maxBody;
  }

  /** Takes some bytes. What belongs to the next request is kept until {@link #next}. */
  public void feed(byte[] bytes, int offset, int count) throws WireException {
    append(bytes, offset, count);
    advance();
  }

  /** The present request's head, as soon as it is complete. */
  public Optional<HttpCall> call() {
    return Optional.ofNullable(call);
  }

  /** The present request has wholly arrived. */
  public boolean complete() {
    return at == At.COMPLETE;
  }

  public byte[] body() {
    return Arrays.copyOf(body, filled);
  }

  /** Nothing of a request has arrived yet. */
  public boolean blank() {
    return call == null && start == end;
  }

  /** How long the body says it will be; the limit if it does not say. */
  public int announced() {
    return call == null ? 0 : call.chunked() ? maxBody : filled + left;
  }

  /** Done with this request; goes on with what is already there of the next one. */
  public void next() throws WireException {
    call = null;
    body = new byte[0];
    filled = 0;
    left = 0;
    at = At.HEAD;
    scanned = start;
    advance();
  }

  private void advance() throws WireException {
    boolean progress = true;
    while (progress) {
      progress =
          switch (at) {
            case HEAD -> readHead();
            case BODY, CHUNK -> readBody();
            case CHUNK_SIZE -> readChunkSize();
            case CHUNK_END -> readChunkEnd();
            case TRAILER -> readTrailer();
            case COMPLETE -> false;
          };
    }
  }

  private boolean readHead() throws WireException {
    // Empty lines before a request are an old habit of clients that write one after a body.
    while (start < end && (buffer[start] == '\r' || buffer[start] == '\n')) {
      start++;
    }
    int headEnd = endOfHead();
    if (headEnd < 0) {
      if (end - start > MAX_HEAD) {
        throw new HttpRefusal(431, "请求头超过 " + MAX_HEAD + " 字节");
      }
      return false;
    }
    String text = new String(buffer, start, headEnd - start, StandardCharsets.ISO_8859_1);
    start = headEnd;
    call = parse(text);
    begin();
    return true;
  }

  /** Behind the blank line; -1 if it has not come yet. */
  private int endOfHead() throws WireException {
    for (int i = Math.max(start, scanned); i < end; i++) {
      if (buffer[i] == '\n' && i + 1 < end) {
        int next = buffer[i + 1] == '\r' ? i + 2 : i + 1;
        if (next < end && buffer[next] == '\n') {
          if (next + 1 - start > MAX_HEAD) {
            throw new HttpRefusal(431, "请求头超过 " + MAX_HEAD + " 字节");
          }
          return next + 1;
        }
      }
    }
    scanned = Math.max(start, end - 2);
    return -1;
  }

  private static HttpCall parse(String text) throws HttpRefusal {
    String[] lines = text.split("\r?\n");
    String[] words = lines[0].split(" ");
    if (words.length != 3 || !words[0].matches("[A-Z]{1,16}")) {
      throw new HttpRefusal(400, "不是 HTTP 请求");
    }
    if (!words[2].matches("HTTP/1\\.[01]")) {
      throw new HttpRefusal(505, "不支持的 HTTP 版本");
    }
    if (lines.length > MAX_HEADERS) {
      throw new HttpRefusal(431, "请求头超过 " + MAX_HEADERS + " 行");
    }
    List<HttpHead.Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      HttpHead.header(lines[i]).ifPresent(headers::add);
    }
    return new HttpCall(words[0], words[1], words[2].charAt(7) - '0', headers);
  }

  private void begin() throws HttpRefusal {
    String coding = call.value("transfer-encoding");
    String length = call.value("content-length");
    if (call.headers().stream()
            .filter(header -> header.name().equals("content-length"))
            .map(HttpHead.Header::value)
            .distinct()
            .count()
        > 1) {
      throw new HttpRefusal(400, "请求说了两个不同的长度");
    }
    if (call.chunked()) {
      at = At.CHUNK_SIZE;
    } else if (!coding.isEmpty()) {
      throw new HttpRefusal(501, "不支持的传输编码");
    } else if (!length.isEmpty()) {
      if (!length.matches("[0-9]{1,18}")) {
        throw new HttpRefusal(400, "请求的长度不是数字");
      }
      if (Long.parseLong(length) > maxBody) {
        throw new HttpRefusal(413, "请求声称有 " + length + " 字节，上限 " + maxBody);
      }
      left = Integer.parseInt(length);
      at = left == 0 ? At.COMPLETE : At.BODY;
    } else if (call.method().equals("POST") || call.method().equals("PUT")) {
      throw new HttpRefusal(411, "请求没有说明长度");
    } else {
      at = At.COMPLETE;
    }
  }

  private boolean readBody() {
    int taken = Math.min(left, end - start);
    if (filled + taken > body.length) {
      // Grows with what arrives, not with what is claimed.
      body = Arrays.copyOf(body, Math.max(filled + taken, Math.min(maxBody, 2 * body.length)));
    }
    System.arraycopy(buffer, start, body, filled, taken);
    filled += taken;
    start += taken;
    left -= taken;
    if (left > 0) {
      return false;
    }
    at = at == At.BODY ? At.COMPLETE : At.CHUNK_END;
    return true;
  }

  private boolean readChunkSize() throws WireException {
    Optional<String> line = line();
    if (line.isEmpty()) {
      return false;
    }
    String size = line.get().split("[; \t]", 2)[0];
    if (!size.matches("[0-9a-fA-F]{1,8}")) {
      throw new HttpRefusal(400, "分块长度不是十六进制数");
    }
    long length = Long.parseLong(size, 16);
    if (filled + length > maxBody) {
      throw new HttpRefusal(413, "请求超过 " + maxBody + " 字节");
    }
    left = (int) length;
    at = left == 0 ? At.TRAILER : At.CHUNK;
    return true;
  }

  private boolean readChunkEnd() throws WireException {
    Optional<String> line = line();
    if (line.isPresent() && !line.get().isEmpty()) {
      throw new HttpRefusal(400, "分块后面不是换行");
    }
    at = line.isPresent() ? At.CHUNK_SIZE : at;
    return line.isPresent();
  }

  private boolean readTrailer() throws WireException {
    Optional<String> line = line();
    at = line.isPresent() && line.get().isEmpty() ? At.COMPLETE : at;
    return line.isPresent();
  }

  private Optional<String> line() throws WireException {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n') {
        String text = new String(buffer, start, i - start, StandardCharsets.ISO_8859_1);
        start = i + 1;
        return Optional.of(text.stripTrailing());
      }
    }
    if (end - start > MAX_LINE) {
      throw new HttpRefusal(400, "分块头超过 " + MAX_LINE + " 字节");
    }
    return Optional.empty();
  }

  private void append(byte[] bytes, int offset, int count) {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      scanned = Math.max(0, scanned - start);
      start = 0;
    }
    if (end + count > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, end + count));
    }
    System.arraycopy(bytes, offset, buffer, end, count);
    end += count;
  }
}
