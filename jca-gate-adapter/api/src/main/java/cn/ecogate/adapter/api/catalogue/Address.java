package cn.ecogate.adapter.api.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a link leads, in the one spelling that makes devices of the same link recognisable.
 *
 * @param host for {@link Kind#LISTEN} the address of ours on which is listened
 * @param port TCP port, or 0 for a serial device
 * @param path the serial device's path, empty otherwise
 * @param baud the serial device's speed, 0 otherwise
 */
public record Address(Kind kind, String host, int port, String path, int baud) {

  private static final Pattern SERIAL =
      Pattern.compile("serial:((?:/[\\w.:@+-]+)+|COM\\d{1,3})(?:\\?baud=(\\d{3,7}))?");
  private static final String DEFAULT_BAUD = "9600";
  private static final int HIGHEST_PORT = 65_535;

  /** What sort of line it is. */
  public enum Kind {
    /** We ask a device over HTTP. */
    HTTP("http://192.168.1.20:80"),
    TCP("tcp://192.168.1.20:502"),
    /** 8 bits, no parity, one stop bit. */
    SERIAL("serial:/dev/ttyUSB0?baud=9600"),
    /** Devices call us there. */
    LISTEN("listen://0.0.0.0:8011");

    private final String sample;

    Kind(String sample) {
      this.sample = sample;
    }

    public String scheme() {
      return sample.substring(0, sample.indexOf(':'));
    }

    /** The form, for a sentence. */
    public String sample() {
      return sample;
    }

    private static Optional<Kind> of(String scheme) {
      for (Kind kind : values()) {
        if (kind.scheme().equals(scheme)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /** Empty if the text is none of the forms. */
  public static Optional<Address> read(String text) {
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      String baud = serial.group(2) == null ? DEFAULT_BAUD : serial.group(2);
      return Optional.of(new Address(Kind.SERIAL, "", 0, serial.group(1), Integer.parseInt(baud)));
    }
    try {
      URI uri = new URI(text);
      return Kind.of(uri.getScheme())
          .filter(kind -> kind != Kind.SERIAL && isBare(uri))
          .map(kind -> new Address(kind, uri.getHost(), port(kind, uri), "", 0))
          .filter(address -> address.port >= 1 && address.port <= HIGHEST_PORT);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Nothing but host and port: a user, password, path or question has no place in it. */
  private static boolean isBare(URI uri) {
    return uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null
        && ("".equals(uri.getPath()) || "/".equals(uri.getPath()));
  }

  private static int port(Kind kind, URI uri) {
    return uri.getPort() == -1 && kind == Kind.HTTP ? 80 : uri.getPort();
  }

  /** The one spelling, port and speed written out. */
  public String text() {
    return kind == Kind.SERIAL ? line() + "?baud=" + baud : line();
  }

  /** The same for all devices that share the link, whatever speed they ask for. */
  public String line() {
    return kind == Kind.SERIAL ? "serial:" + path : kind.scheme() + "://" + host + ":" + port;
  }

  /** As a person would say it. */
  @Override
  public String toString() {
    return kind == Kind.SERIAL ? path + "（" + baud + "）" : host + ":" + port;
  }
}
