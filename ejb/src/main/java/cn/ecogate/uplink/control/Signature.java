package cn.ecogate.uplink.control;

import cn.ecogate.uplink.control.Profile.Signing.Method;
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
 * RSA2, which is SHA256withRSA, or SM3withSM2, over the UTF-8 {@code k=v} pairs sorted by key and
 * joined by {@code &}, empty values and the signature's own field left out, Base64. A list or
 * object counts with its compact JSON text, exactly as it stands in the body.
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

  /** Base64 on one line. */
  public static String sign(Method method, String text, PrivateKey key) {
    try {
      java.security.Signature pen =
          method == Method.SM2
              ? ChineseKeys.signature()
              : java.security.Signature.getInstance("SHA256withRSA");
      pen.initSign(key);
      pen.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(pen.sign());
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
