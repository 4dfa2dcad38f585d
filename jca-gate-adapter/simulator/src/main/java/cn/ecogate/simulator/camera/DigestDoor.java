package cn.ecogate.simulator.camera;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP Digest (RFC 7616, MD5, qop=auth) from the camera's side. */
public final class DigestDoor {

  /** How long a nonce is good: short enough that a long-running client meets a stale one. */
  public static final Duration NONCE_LIFE = Duration.ofMinutes(5);

  private static final int NONCES_KEPT = 256;
  private static final Pattern PAIR = Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,]+))");

  /** Whether somebody may come in, and what he is told if not. */
  public record Answer(boolean admitted, String challenge) {}

  private static final class Nonce {
    private final Instant issued;
    private long lastCount;

    Nonce(Instant issued) {
      this.issued = issued;
    }
  }

  private final String realm;
  private final String user;
  private final String password;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Nonce> nonces =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Nonce> eldest) {
          return size() > NONCES_KEPT;
        }
      };

  public DigestDoor(String realm, String user, String password, Clock clock) {
    this.realm = realm;
    this.user = user;
    this.password = password;
    this.clock = clock;
  }

  public synchronized Answer ask(String method, String target, String authorization) {
    if (user.isEmpty()) {
      return new Answer(true, "");
    }
    if (authorization == null || !authorization.regionMatches(true, 0, "Digest ", 0, 7)) {
      return refused(false);
    }
    Map<String, String> given = new HashMap<>();
    Matcher pairs = PAIR.matcher(authorization.substring(7));
    while (pairs.find()) {
      given.put(pairs.group(1), pairs.group(2) == null ? pairs.group(3) : pairs.group(2));
    }
    if (!right(method, target, given)) {
      return refused(false);
    }
    Nonce nonce = nonces.get(given.get("nonce"));
    long count = count(given);
    if (nonce == null
        || nonce.issued.plus(NONCE_LIFE).isBefore(clock.instant())
        || count <= nonce.lastCount) {
      // The password was right: only the nonce is old, or this is a replay.
      return refused(true);
    }
    nonce.lastCount = count;
    return new Answer(true, "");
  }

  private boolean right(String method, String target, Map<String, String> given) {
    String algorithm = given.getOrDefault("algorithm", "MD5");
    if (!user.equals(given.get("username"))
        || !realm.equals(given.get("realm"))
        || !target.equals(given.get("uri"))
        || !"auth".equals(given.get("qop"))
        || !algorithm.equalsIgnoreCase("MD5")) {
      return false;
    }
    String secret = md5(user + ":" + realm + ":" + password);
    String request = md5(method + ":" + target);
    String expected =
        md5(
            String.join(
                ":",
                secret,
                given.get("nonce"),
                given.get("nc"),
                given.get("cnonce"),
                "auth",
                request));
    return expected.equalsIgnoreCase(given.get("response"));
  }

  private static long count(Map<String, String> given) {
    try {
      return Long.parseLong(given.getOrDefault("nc", "0"), 16);
    } catch (NumberFormatException wrong) {
      return 0;
    }
  }

  private Answer refused(boolean stale) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = HexFormat.of().formatHex(bytes);
    nonces.put(nonce, new Nonce(clock.instant()));
    return new Answer(
        false,
        "Digest qop=\"auth\", realm=\""
            + realm
            + "\", nonce=\""
            + nonce
            + "\", algorithm=MD5, stale=\""
            + (stale ? "TRUE" : "FALSE")
            + "\"");
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("Every Java has MD5.", never);
    }
  }
}
