package cn.ecogate.simulator.camera;

import cn.ecogate.simulator.line.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One HTTP/1.1 request as it came over a line. */
public record HttpRequest(String method, String target, Map<String, String> headers, byte[] body) {

  private static final int LARGEST_HEAD = 16_384;
  private static final int LARGEST_BODY = 1 << 20;
  private static final int PATIENCE_MILLIS = 60_000;

  public String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** A parameter of the query, its percent signs and brackets decoded; empty if it is not there. */
  public String parameter(String name) {
    int query = target.indexOf('?');
    if (query >= 0) {
      for (String pair : target.substring(query + 1).split("&")) {
        String text = URLDecoder.decode(pair, StandardCharsets.UTF_8);
        if (text.startsWith(name + "=")) {
          return text.substring(name.length() + 1);
        }
      }
    }
    return "";
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public boolean keepsAlive() {
    return !"close".equalsIgnoreCase(header("connection"));
  }

  /** The next request on the line; empty when the caller has left or speaks something else. */
  public static Optional<HttpRequest> from(Line line) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    byte[] one = new byte[1];
    while (!endsHead(head)) {
      if (head.size() > LARGEST_HEAD || line.read(one, PATIENCE_MILLIS) != 1) {
        return Optional.empty();
      }
      head.write(one[0]);
    }
    String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r?\n");
    String[] first = lines[0].split(" ");
    if (first.length != 3) {
      return Optional.empty();
    }
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).trim().toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).trim());
      }
    }
    int length = length(headers.get("content-length"));
    if (length < 0 || length > LARGEST_BODY) {
      return Optional.empty();
    }
    byte[] body = new byte[length];
    int have = 0;
    while (have < length) {
      byte[] rest = new byte[length - have];
      int read = line.read(rest, PATIENCE_MILLIS);
      if (read <= 0) {
        return Optional.empty();
      }
      System.arraycopy(rest, 0, body, have, read);
      have += read;
    }
    return Optional.of(new HttpRequest(first[0], first[1], headers, body));
  }

  private static int length(String header) {
    try {
      return header == null ? 0 : Integer.parseInt(header);
    } catch (NumberFormatException wrong) {
      return -1;
    }
  }

  private static boolean endsHead(ByteArrayOutputStream head) {
    byte[] bytes = head.toByteArray();
    int n = bytes.length;
    return n >= 4
        && bytes[n - 4] == '\r'
        && bytes[n - 3] == '\n'
        && bytes[n - 2] == '\r'
        && bytes[n - 1] == '\n';
  }
}
