package cn.ecogate.site.control;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is, in the one spelling that makes devices on the same link recognisable: {@code
 * http://host:port}, {@code tcp://host:port} or {@code serial:/dev/ttyUSB0?baud=9600}.
 */
final class DeviceAddress {

  private static final Pattern SERIAL =
      Pattern.compile("serial:((?:/[\\w.:@+-]+)+|COM\\d{1,3})(?:\\?baud=(\\d{3,7}))?");
  private static final String DEFAULT_BAUD = "9600";

  private DeviceAddress() {}

  /**
   * That address, with port and speed written out; throws {@link IllegalArgumentException} if it is
   * none of these schemes'.
   */
  static String of(String text, List<String> schemes) {
    Matcher serial = SERIAL.matcher(text);
    if (schemes.contains("serial") && serial.matches()) {
      String baud = serial.group(2) == null ? DEFAULT_BAUD : serial.group(2);
      return "serial:" + serial.group(1) + "?baud=" + baud;
    }
    URI uri = URI.create(text);
    String scheme = uri.getScheme();
    boolean bare =
        uri.getUserInfo() == null
            && uri.getQuery() == null
            && uri.getFragment() == null
            && ("".equals(uri.getPath()) || "/".equals(uri.getPath()));
    int port = uri.getPort() == -1 ? usualPort(scheme) : uri.getPort();
    boolean reachable = uri.getHost() != null && port >= 1 && port <= 65_535;
    if (scheme == null
        || scheme.equals("serial")
        || !schemes.contains(scheme)
        || !bare
        || !reachable) {
      throw new IllegalArgumentException(text);
    }
    return scheme + "://" + uri.getHost() + ":" + port;
  }

  private static int usualPort(String scheme) {
    return "http".equals(scheme) ? 80 : "https".equals(scheme) ? 443 : -1;
  }

  /** The forms these schemes allow, for a sentence. */
  static String forms(List<String> schemes) {
    return String.join(
        " | ",
        schemes.stream()
            .map(
                s ->
                    s.equals("serial")
                        ? "serial:/dev/ttyUSB0?baud=9600"
                        : s + "://192.168.1.20:" + samplePort(s))
            .toList());
  }

  private static int samplePort(String scheme) {
    return scheme.equals("tcp") ? 502 : usualPort(scheme);
  }
}
