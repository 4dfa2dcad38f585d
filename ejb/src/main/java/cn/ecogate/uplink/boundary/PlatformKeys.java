package cn.ecogate.uplink.boundary;

import cn.ecogate.site.entity.PlatformEntry;
import cn.ecogate.uplink.control.ChineseKeys;
import cn.ecogate.uplink.control.Profile.Signing.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The enterprise's signing keys, one file per platform below the data directory; a missing PEM file
 * is made, with its public half beside it.
 */
final class PlatformKeys {

  private static final System.Logger LOG = System.getLogger(PlatformKeys.class.getName());
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final Path dataDir;

  PlatformKeys(Path dataDir) {
    this.dataDir = dataDir;
  }

  /**
   * The private key of that platform's file, relative to the data directory or absolute: a PEM file
   * or a PKCS12 keystore.
   *
   * @throws UncheckedIOException if it can neither be read nor made
   * @throws IllegalArgumentException with a sentence if it is no key of the method
   */
  PrivateKey key(PlatformEntry platform, Method method) {
    Path path = dataDir.resolve(platform.privateKey());
    if (KeystoreFile.isOne(path)) {
      return stored(path, platform, method);
    }
    try {
      if (!Files.exists(path)) {
        make(path, platform.name(), method);
      }
      PrivateKey key = read(path, method);
      if (!Files.exists(publicFile(path))) {
        writePublic(path, publicOf(key));
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("密钥文件 " + path + " 不能读写：" + e.getMessage(), e);
    }
  }

  /** A keystore is made by those who want one; only its public half is laid beside it. */
  private static PrivateKey stored(Path path, PlatformEntry platform, Method method) {
    KeystoreFile.Entry entry = KeystoreFile.onlyKey(path, platform.line().keystorePassword());
    if (method == Method.SM2 || !(entry.key() instanceof RSAPrivateKey)) {
      throw new IllegalArgumentException(
          "密钥库 " + path + " 里的密钥不能用于签名方式 " + method + "：密钥库只用于 RSA 私钥，SM2 私钥请用 PEM 文件。");
    }
    try {
      if (!Files.exists(publicFile(path))) {
        writePublic(path, entry.certificate().getPublicKey());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("公钥文件 " + publicFile(path) + " 写不出来：" + e.getMessage(), e);
    }
    return entry.key();
  }

  private static void make(Path path, String platformName, Method method) throws IOException {
    PrivateKey key = generate(method);
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (Files.getFileStore(path.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(fresh, pem("PRIVATE KEY", key.getEncoded()), StandardCharsets.US_ASCII);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
    writePublic(path, publicOf(key));
    LOG.log(
        System.Logger.Level.INFO,
        "A signing key was made for {0}. Administrator: give the public key {1} to the platform; until it is registered there no record is taken. The private key {2} must never leave this machine.",
        platformName,
        publicFile(path),
        path);
  }

  private static void writePublic(Path path, PublicKey key) throws IOException {
    Path fresh = path.resolveSibling(publicFile(path).getFileName() + ".new");
    Files.writeString(fresh, pem("PUBLIC KEY", key.getEncoded()), StandardCharsets.US_ASCII);
    Files.move(fresh, publicFile(path), StandardCopyOption.REPLACE_EXISTING);
  }

  /** {@code keys/province.pem} has its public half in {@code keys/province.pub.pem}. */
  static Path publicFile(Path path) {
    String name = path.getFileName().toString();
    String stem = name.replaceFirst("\\.(pem|p12|pfx)$", "");
    return path.resolveSibling(stem + ".pub.pem");
  }

  private static PrivateKey generate(Method method) {
    try {
      if (method == Method.SM2) {
        return ChineseKeys.make();
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("RSA and SM2 are there", e);
    }
  }

  private static PrivateKey read(Path path, Method method) throws IOException {
    try {
      String base64 =
          Files.readString(path, StandardCharsets.US_ASCII)
              .replaceAll("-----[A-Z ]+-----", "")
              .replaceAll("\\s", "");
      byte[] pkcs8 = Base64.getDecoder().decode(base64);
      return method == Method.SM2
          ? ChineseKeys.read(pkcs8)
          : KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "密钥文件 "
              + path
              + " 不是 PKCS#8 PEM 格式的 "
              + (method == Method.SM2 ? "SM2" : "RSA")
              + " 私钥（开头应为 -----BEGIN PRIVATE KEY-----）。",
          e);
    }
  }

  private static PublicKey publicOf(PrivateKey key) {
    if (key instanceof ECPrivateKey) {
      try {
        return ChineseKeys.publicOf(key);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("an SM2 key has its public half", e);
      }
    }
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new IllegalArgumentException("私钥里没有公开指数，不能导出公钥；请把公钥文件放在私钥旁边。");
    }
    try {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("an RSA key has its public half", e);
    }
  }

  private static String pem(String what, byte[] encoded) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, LINES.encodeToString(encoded), what);
  }
}
