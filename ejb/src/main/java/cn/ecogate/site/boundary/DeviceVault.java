package cn.ecogate.site.boundary;

import cn.ecogate.site.control.DeviceSeal;
import cn.ecogate.site.control.DeviceText;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.KeptDevice;
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

/** Seals and opens device passwords with the key of this installation, made at the first start. */
@ApplicationScoped
public class DeviceVault {

  static final String KEY_FILE = "keys/devices.key";

  private static final Logger LOG = System.getLogger(DeviceVault.class.getName());

  private static final String LOST =
      "密码无法解密：密钥文件 " + KEY_FILE + " 丢失或已更换。请在设备页重新填写密码；或从备份恢复该文件后重启。";

  private final DeviceSeal seal;

  /** For the container's proxy only. */
  protected DeviceVault() {
    this.seal = null;
  }

  @Inject
  public DeviceVault(@ConfigProperty(name = "ecogate.data-dir") String dataDir) {
    this.seal = new DeviceSeal(key(Path.of(dataDir).resolve(KEY_FILE)));
  }

  /** Called at the start, so that the key is there before it is needed. */
  void prepare() {
    if (seal == null) {
      throw new IllegalStateException("the vault was opened without its key");
    }
  }

  /** The password, sealed for that device; null if there is none. */
  byte[] sealed(Device device) {
    return device.password().isEmpty() ? null : seal.seal(device.id(), device.password());
  }

  /** What the file says about a device now, as a mark; null if it says nothing. */
  String mark(Optional<Device> fromFile) {
    return fromFile.map(DeviceText::whole).map(seal::mark).orElse(null);
  }

  Amendment open(KeptDevice row, Optional<Device> fromFile) {
    byte[] secret = row.getSecret();
    Optional<String> password = secret == null ? Optional.of("") : seal.open(row.getId(), secret);
    Device device =
        row.getState() != Amendment.State.KEPT
            ? null
            : new Device(
                row.getId(),
                row.getKind(),
                row.getDriver(),
                row.getAddress(),
                row.getUser(),
                password.orElse(""),
                row.getSettings());
    boolean fileChanged =
        row.getState() != Amendment.State.FILE
            && !Optional.ofNullable(row.getFileMark()).equals(Optional.ofNullable(mark(fromFile)));
    return new Amendment(
        row.getId(),
        row.getVersion(),
        row.getState(),
        device,
        fileChanged,
        password.isEmpty() ? LOST : null,
        row.getChangedBy(),
        row.getChangedAt());
  }

  private static byte[] key(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return HexFormat.of().parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the key of the device passwords cannot be read: " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          file + " is no key: 64 hexadecimal digits are expected; put it back from the backup", e);
    }
  }

  /** Born with mode 0600 where the file system knows modes, complete before it has its name. */
  private static void make(Path file) throws IOException {
    byte[] key = new byte[DeviceSeal.KEY_BYTES];
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
        "A key for the devices'' passwords was made: {0}. Back it up with the database; without it"
            + " they have to be typed again.",
        file);
  }
}
