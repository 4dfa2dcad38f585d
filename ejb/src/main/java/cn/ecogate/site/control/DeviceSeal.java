package cn.ecogate.site.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals device passwords under one key (AES-256-GCM), each for its own device only. */
public final class DeviceSeal {

  public static final int KEY_BYTES = 32;

  /** As NIST SP 800-38D recommends for random nonces. */
  private static final int NONCE_BYTES = 12;

  private static final int TAG_BITS = 128;
  private static final String PURPOSE = "ecogate device password 1\n";

  private final byte[] key;
  private final SecureRandom random = new SecureRandom();

  public DeviceSeal(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, not " + key.length);
    }
    this.key = key.clone();
  }

  /** The nonce, then what only this key can open, and only for that device. */
  public byte[] seal(String deviceId, String password) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, deviceId, nonce)
              .doFinal(password.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** Empty if it was sealed by another key, for another device, or altered. */
  public Optional<String> open(String deviceId, byte[] sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      byte[] password =
          cipher(Cipher.DECRYPT_MODE, deviceId, Arrays.copyOf(sealed, NONCE_BYTES))
              .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return Optional.of(new String(password, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** A keyed digest: it tells whether two texts are the same and nothing else about them. */
  public String mark(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC", e);
    }
  }

  private Cipher cipher(int mode, String deviceId, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((PURPOSE + deviceId).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
