package cn.ecogate.account.control;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Makes and checks password hashes: PBKDF2 with HMAC-SHA-256, written as {@code
 * pbkdf2-sha256$iterations$salt$key}.
 */
public final class PasswordHash {

  /** OWASP Password Storage Cheat Sheet, 2023, for PBKDF2-HMAC-SHA256. */
  public static final int RECOMMENDED_ITERATIONS = 600_000;

  private static final String SCHEME = "pbkdf2-sha256";
  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 256;

  private final SecureRandom random = new SecureRandom();
  private final int iterations;
  private final String nobodys;

  public PasswordHash(int iterations) {
    this.iterations = iterations;
    byte[] noise = new byte[KEY_BITS / 8];
    random.nextBytes(noise);
    this.nobodys = write(iterations, salt(), noise);
  }

  public String of(String password) {
    byte[] salt = salt();
    return write(iterations, salt, derive(password, salt, iterations));
  }

  public boolean fits(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != 4 || !SCHEME.equals(parts[0])) {
      throw new IllegalStateException("a stored password hash is not " + SCHEME);
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
  }

  /** A hash that no password fits, as costly to check as a real one: for users that are unknown. */
  public String nobodys() {
    return nobodys;
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private static String write(int iterations, byte[] salt, byte[] key) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return SCHEME
        + "$"
        + iterations
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(key);
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
