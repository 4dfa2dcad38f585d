package cn.ecogate.uplink.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A PKCS12 keystore on the disk, outside the database. */
final class KeystoreFile {

  /** The only key of a keystore, and its certificate. */
  record Entry(PrivateKey key, Certificate certificate) {}

  private KeystoreFile() {}

  static boolean isOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".p12") || name.endsWith(".pfx");
  }

  /** Opened; an {@link IllegalArgumentException} says what is wrong with it. */
  static KeyStore open(Path file, String password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      return store;
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        throw new IllegalArgumentException("密钥库 " + file + " 打不开：keystore-password 不对。", e);
      }
      if (!Files.isReadable(file)) {
        throw new UncheckedIOException("密钥库 " + file + " 不能读取：" + e.getMessage(), e);
      }
      throw new IllegalArgumentException("文件 " + file + " 不是 PKCS12 密钥库。", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("文件 " + file + " 不是 PKCS12 密钥库：" + e.getMessage(), e);
    }
  }

  /** Its one key; which of several is meant nobody could know. */
  static Entry onlyKey(Path file, String password) {
    KeyStore store = open(file, password);
    try {
      List<String> keys = Collections.list(store.aliases());
      for (String alias : List.copyOf(keys)) {
        if (!store.isKeyEntry(alias)) {
          keys.remove(alias);
        }
      }
      if (keys.size() != 1) {
        throw new IllegalArgumentException("密钥库 " + file + " 里应正好有一把私钥，现有 " + keys.size() + " 把。");
      }
      return new Entry(
          (PrivateKey) store.getKey(keys.get(0), password.toCharArray()),
          store.getCertificate(keys.get(0)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("密钥库 " + file + " 里的私钥取不出来：" + e.getMessage(), e);
    }
  }
}
