package cn.ecogate.uplink;

import cn.ecogate.uplink.control.Profile;
import cn.ecogate.uplink.control.ProfileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The uplink tests' files: keys, signatures made by openssl, ledger texts and what they become. */
public final class Vectors {

  private Vectors() {}

  public static String text(String name) {
    return resource("/uplink/" + name);
  }

  public static String profileText(String name) {
    return resource("/profiles/" + name + ".yaml");
  }

  public static String yunnanText() {
    return resource("/profiles/yunnan.yaml");
  }

  public static Profile yunnan() {
    return ProfileReader.read("yunnan", yunnanText());
  }

  public static PrivateKey key() {
    try {
      String base64 = text("test-key.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String path) {
    try (InputStream in = Vectors.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
