package cn.ecogate.adapter.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Optional;

/**
 * Where a camera calls: {@code /cameras/<device id>/<secret>}, and behind it whatever its vendor
 * appends.
 */
public record CameraDoor(String deviceId, String secret) {

  /** Empty if the request's target is no such place. */
  public static Optional<CameraDoor> read(String target) {
    // Some clients write the whole address into the request line.
    String path = target.replaceFirst("^[a-zA-Z]+://[^/]*", "").split("[?#]", 2)[0];
    String[] steps = path.split("/+");
    if (steps.length < 4 || !steps[0].isEmpty() || !steps[1].equals("cameras")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new CameraDoor(decoded(steps[2]), decoded(steps[3])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String step) {
    return URLDecoder.decode(step.replace("+", "%2B"), UTF_8);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return deviceId;
  }
}
