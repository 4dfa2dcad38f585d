package cn.ecogate.adapter.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a device really said, as a record names it: SHA-256, lower-case hex. */
public final class RawDigest {

  private RawDigest() {}

  public static String of(byte[] said) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
