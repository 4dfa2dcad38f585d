package cn.ecogate.uplink.boundary;

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
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The enterprise's RSA keys, one PEM file per platform below the data directory; a missing one is
 * made, with its public half beside it.
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
   * The private key of that file, relative to the data directory or absolute.
   *
   * @throws UncheckedIOException if it can neither be read nor made
   * @throws IllegalArgumentException with a sentence if it is no RSA key in PKCS#8 PEM
   */
  PrivateKey key(String file, String platformName) {
    Path path = dataDir.resolve(file);
    try {
      if (!Files.exists(path)) {
        make(path, platformName);
      }
      PrivateKey key = read(path);
      if (!Files.exists(publicFile(path))) {
        writePublic(path, key);
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("密钥文件 " + path + " 不能读写：" + e.getMessage(), e);
    }
  }

  private static void make(Path path, String platformName) throws IOException {
    PrivateKey key = generate();
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
    writePublic(path, key);
    LOG.log(
        System.Logger.Level.INFO,
        "A signing key was made for {0}. Administrator: give the public key {1} to the platform; until it is registered there no record is taken. The private key {2} must never leave this machine.",
        platformName,
        publicFile(path),
        path);
  }

  private static void writePublic(Path path, PrivateKey key) throws IOException {
    Path fresh = path.resolveSibling(publicFile(path).getFileName() + ".new");
    Files.writeString(
        fresh, pem("PUBLIC KEY", publicOf(key).getEncoded()), StandardCharsets.US_ASCII);
    Files.move(fresh, publicFile(path), StandardCopyOption.REPLACE_EXISTING);
  }

  /** {@code keys/province.pem} has its public half in {@code keys/province.pub.pem}. */
  static Path publicFile(Path path) {
    String name = path.getFileName().toString();
    String stem = name.endsWith(".pem") ? name.substring(0, name.length() - 4) : name;
    return path.resolveSibling(stem + ".pub.pem");
  }

  private static PrivateKey generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  private static PrivateKey read(Path path) throws IOException {
    try {
      String base64 =
          Files.readString(path, StandardCharsets.US_ASCII)
              .replaceAll("-----[A-Z ]+-----", "")
              .replaceAll("\\s", "");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "密钥文件 " + path + " 不是 PKCS#8 PEM 格式的 RSA 私钥（开头应为 -----BEGIN PRIVATE KEY-----）。", e);
    }
  }

  private static PublicKey publicOf(PrivateKey key) {
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
