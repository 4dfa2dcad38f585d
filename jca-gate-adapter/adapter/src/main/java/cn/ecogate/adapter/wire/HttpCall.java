package cn.ecogate.adapter.wire;

import java.util.List;
import java.util.Locale;

/**
 * The head of a request somebody makes of us; as opposed to {@link HttpHead}, which we are
 * answered.
 *
 * @param method e.g. {@code POST}
 * @param target as it was sent; it may hold a secret and is not to be logged
 * @param minor 0 for HTTP/1.0, else 1
 */
public record HttpCall(String method, String target, int minor, List<HttpHead.Header> headers) {

  public HttpCall {
    headers = List.copyOf(headers);
  }

  /** The first value of that header, empty if there is none. */
  public String value(String name) {
    return headers.stream()
        .filter(h -> h.name().equals(name))
        .map(HttpHead.Header::value)
        .findFirst()
        .orElse("");
  }

  /** The caller wants to use the connection again. */
  public boolean keepsOpen() {
    String told = value("connection").toLowerCase(Locale.ROOT);
    return minor == 0 ? told.contains("keep-alive") : !told.contains("close");
  }

  /** The caller sends its body only when it is told to. */
  public boolean waitsToContinue() {
    return minor > 0 && value("expect").equalsIgnoreCase("100-continue");
  }

  boolean chunked() {
    return value("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked");
  }

  @Override
  public String toString() {
    return method;
  }
}
