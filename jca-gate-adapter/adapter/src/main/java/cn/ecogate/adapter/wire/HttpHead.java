package cn.ecogate.adapter.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The status line and headers of an HTTP/1.x response. */
public record HttpHead(int status, List<Header> headers) {

  private static final int MAX_HEAD = 32 * 1024;

  /** One header line; the name in lower case. */
  public record Header(String name, String value) {}

  public HttpHead {
    headers = List.copyOf(headers);
  }

  /** Reads up to and including the blank line, and not one byte further. */
  public static HttpHead read(InputStream in) throws IOException {
    int[] budget = {MAX_HEAD};
    String statusLine = line(in, budget);
    String[] words = statusLine.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[0-9]{3}")) {
      throw new WireException("对方不是 HTTP 服务", statusLine.getBytes(StandardCharsets.ISO_8859_1));
    }
    List<Header> headers = new ArrayList<>();
    for (String text = line(in, budget); !text.isEmpty(); text = line(in, budget)) {
      header(text).ifPresent(headers::add);
    }
    return new HttpHead(Integer.parseInt(words[1]), headers);
  }

  /** One line of a head; empty if it is none. */
  static Optional<Header> header(String line) {
    int colon = line.indexOf(':');
    return colon <= 0
        ? Optional.empty()
        : Optional.of(
            new Header(
                line.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                line.substring(colon + 1).trim()));
  }

  private static String line(InputStream in, int[] budget) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw new EOFException("对方在应答头中途断开");
      }
      if (--budget[0] < 0) {
        throw new WireException("应答头超过 " + MAX_HEAD + " 字节");
      }
      if (c == '\n') {
        return line.toString().stripTrailing();
      }
      line.append((char) c);
    }
  }

  /** The first value of that header, empty if there is none. */
  public String value(String name) {
    return headers.stream()
        .filter(h -> h.name().equals(name))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  public List<String> values(String name) {
    return headers.stream().filter(h -> h.name().equals(name)).map(Header::value).toList();
  }

  /** The other side will close after this response. */
  public boolean closes() {
    return value("connection").equalsIgnoreCase("close");
  }

  /** The body of this response; it ends where the response says, or with the connection. */
  public InputStream body(InputStream in) throws IOException {
    if (value("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
      return new ChunkedBody(in);
    }
    String told = value("content-length");
    // An endless multipart that carries a Content-Length does not mean it.
    if (value("content-type").toLowerCase(Locale.ROOT).startsWith("multipart/")
        || !told.matches("[0-9]{1,9}")) {
      return in;
    }
    return new SizedBody(in, Integer.parseInt(told));
  }
}
