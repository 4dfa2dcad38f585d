package cn.ecogate.adapter.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One server's digest challenge (RFC 7616) and the answers given to it; counts their use. */
public final class DigestAuth {

  private final Map<String, String> challenge;
  private final String algorithm;
  private int uses;

  private DigestAuth(Map<String, String> challenge, String algorithm) {
    this.challenge = challenge;
    this.algorithm = algorithm;
  }

  /**
   * The strongest challenge that can be answered: SHA-256 before MD5, {@code qop=auth} or none.
   *
   * @param headers every {@code WWW-Authenticate} value of the refusal
   */
  public static Optional<DigestAuth> among(List<String> headers) {
    Optional<DigestAuth> best = Optional.empty();
    for (String header : headers) {
      Optional<DigestAuth> read = read(header);
      if (read.isPresent() && (best.isEmpty() || read.get().algorithm.startsWith("SHA"))) {
        best = read;
      }
    }
    return best;
  }

  private static Optional<DigestAuth> read(String header) {
    if (!header.regionMatches(true, 0, "Digest ", 0, 7)) {
      return Optional.empty();
    }
    Map<String, String> challenge = HeaderText.pairs(header.substring(7), ',');
    String algorithm = challenge.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    String qop = challenge.getOrDefault("qop", "");
    boolean known =
        List.of("MD5", "MD5-SESS", "SHA-256", "SHA-256-SESS").contains(algorithm)
            && (qop.isEmpty() || List.of(qop.split("\\s*,\\s*")).contains("auth"))
            && challenge.containsKey("nonce");
    return known ? Optional.of(new DigestAuth(challenge, algorithm)) : Optional.empty();
  }

  /** The server only wants a fresh nonce: name and password were right. */
  public boolean stale() {
    return challenge.getOrDefault("stale", "").equalsIgnoreCase("true");
  }

  /**
   * The {@code Authorization} value for a request.
   *
   * @param clientNonce fresh random text for each request
   */
  public String answer(
      String method, String uri, String user, String password, String clientNonce) {
    String realm = challenge.getOrDefault("realm", "");
    String nonce = challenge.get("nonce");
    String count = String.format(Locale.ROOT, "%08x", ++uses);
    String secret = hash(user + ":" + realm + ":" + password);
    if (algorithm.endsWith("-SESS")) {
      secret = hash(secret + ":" + nonce + ":" + clientNonce);
    }
    String request = hash(method + ":" + uri);
    boolean withQop = challenge.containsKey("qop");
    String response =
        withQop
            ? hash(secret + ":" + nonce + ":" + count + ":" + clientNonce + ":auth:" + request)
            : hash(secret + ":" + nonce + ":" + request);
    StringBuilder answer =
        new StringBuilder("Digest username=\"")
            .append(quoted(user))
            .append("\", realm=\"")
            .append(quoted(realm))
            .append("\", nonce=\"")
            .append(quoted(nonce))
            .append("\", uri=\"")
            .append(uri)
            .append("\", response=\"")
            .append(response)
            .append('"');
    if (challenge.containsKey("algorithm")) {
      answer.append(", algorithm=").append(challenge.get("algorithm"));
    }
    if (challenge.containsKey("opaque")) {
      answer.append(", opaque=\"").append(quoted(challenge.get("opaque"))).append('"');
    }
    if (withQop) {
      answer.append(", qop=auth, nc=").append(count);
    }
    if (withQop || algorithm.endsWith("-SESS")) {
      answer.append(", cnonce=\"").append(clientNonce).append('"');
    }
    return answer.toString();
  }

  private String hash(String text) {
    try {
      MessageDigest digest =
          MessageDigest.getInstance(algorithm.startsWith("SHA-256") ? "SHA-256" : "MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has MD5 and SHA-256", e);
    }
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
