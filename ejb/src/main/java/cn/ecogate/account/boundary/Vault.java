package cn.ecogate.account.boundary;

import cn.ecogate.account.control.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals and opens the secrets that the house itself has to use, of devices and of channels, with
 * the key of this installation, made at the first start.
 */
@ApplicationScoped
public class Vault {

  /** Named for what it sealed first; installations have it under this name. */
  public static final String KEY_FILE = "keys/devices.key";

  private static final Logger LOG = System.getLogger(Vault.class.getName());

  private final Seal seal;

  /** For the container's proxy only. */
  protected Vault() {
    this.seal = null;
  }

  @Inject
  public Vault(@ConfigProperty(name = "ecogate.data-dir") String dataDir) {
    this.seal = new Seal(key(Path.of(dataDir).resolve(KEY_FILE)));
  }

  /** Called at the start, so that the key is there before it is needed. */
  public void prepare() {
    if (seal == null) {
      throw new IllegalStateException("the vault was opened without its key");
    }
  }

  /**
   * The sealed secret.
   *
   * @param purpose what kind of secret, with a line break at its end
   * @param owner whose, e.g. a device's id
   */
  public byte[] seal(String purpose, String owner, String secret) {
    return seal.seal(purpose, owner, secret);
  }

  /** Empty if the key is another one, or the secret is not that owner's. */
  public Optional<String> open(String purpose, String owner, byte[] sealed) {
    return seal.open(purpose, owner, sealed);
  }

  /** A keyed digest: it tells whether two texts are the same and nothing else about them. */
  public String mark(String text) {
    return seal.mark(text);
  }

  private static byte[] key(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the key of the kept passwords cannot be read: " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          file + " is no key: 64 hexadecimal digits are expected; put it back from the backup", e);
    }
  }

  /** Born with mode 0600 where the file system knows modes, complete before it has its name. */
  private static void make(Path file) throws IOException {
    byte[] key = new byte[Seal.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), "devices.key", ".draft");
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      String text = HexFormat.of().formatHex(key) + "\n";
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    LOG.log(
        Level.INFO,
        "A key for the kept passwords of devices and channels was made: {0}. Back it up with the database; without it"
            + " they have to be typed again.",
        file);
  }
}
