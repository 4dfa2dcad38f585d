package cn.ecogate.adapter.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a link leads.
 *
 * @param port TCP port, or 0 for a serial device
 * @param path the serial device's path, empty for TCP
 * @param baud the serial device's speed, 0 for TCP
 */
public record Address(Kind kind, String host, int port, String path, int baud) {

  private static final int DEFAULT_BAUD = 9600;

  /** What sort of line it is. */
  public enum Kind {
    HTTP,
    TCP,
    SERIAL
  }

  /** Empty if the text is none of the three forms. */
  public static Optional<Address> read(String text) {
    try {
      URI uri = new URI(text);
      if ("serial".equals(uri.getScheme())) {
        return serial(uri);
      }
      boolean http = "http".equals(uri.getScheme());
      boolean bare = uri.getRawPath() == null || uri.getRawPath().replace("/", "").isEmpty();
      boolean plain = uri.getUserInfo() == null && uri.getRawQuery() == null && bare;
      if (uri.getHost() == null || !plain || !(http || "tcp".equals(uri.getScheme()))) {
        return Optional.empty();
      }
      int port = uri.getPort() > 0 ? uri.getPort() : http ? 80 : 0;
      if (port < 1 || port > 65535) {
        return Optional.empty();
      }
      return Optional.of(new Address(http ? Kind.HTTP : Kind.TCP, uri.getHost(), port, "", 0));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Address> serial(URI uri) {
    String[] halves = uri.getSchemeSpecificPart().split("\\?", 2);
    int baud = DEFAULT_BAUD;
    if (halves.length == 2) {
      if (!halves[1].matches("baud=[0-9]{3,7}")) {
        return Optional.empty();
      }
      baud = Integer.parseInt(halves[1].substring("baud=".length()));
    }
    return halves[0].isBlank()
        ? Optional.empty()
        : Optional.of(new Address(Kind.SERIAL, "", 0, halves[0], baud));
  }

  /** As a person would say it. */
  @Override
  public String toString() {
    return kind == Kind.SERIAL ? path + "（" + baud + "）" : host + ":" + port;
  }
}
