package cn.ecogate.uplink.control;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * RSA2: SHA256withRSA over the UTF-8 {@code k=v} pairs sorted by key and joined by {@code &}, empty
 * values and the signature's own field left out, Base64. A list or object counts with its compact
 * JSON text, exactly as it stands in the body.
 */
public final class Signature {

  private Signature() {}

  /** What is signed. */
  public static String text(JsonObject body, String signField) {
    TreeMap<String, String> pairs = new TreeMap<>();
    body.forEach(
        (key, value) -> {
          String text = plain(value);
          if (!key.equals(signField) && !text.isEmpty()) {
            pairs.put(key, text);
          }
        });
    return pairs.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .collect(Collectors.joining("&"));
  }

  public static String sign(String text, PrivateKey key) {
    try {
      java.security.Signature rsa = java.security.Signature.getInstance("SHA256withRSA");
      rsa.initSign(key);
      rsa.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(rsa.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the private key cannot sign", e);
    }
  }

  private static String plain(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> "";
      case STRING -> ((JsonString) value).getString();
      default -> value.toString();
    };
  }
}
