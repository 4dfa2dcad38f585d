package cn.ecogate.site.boundary;

import cn.ecogate.account.boundary.Vault;
import cn.ecogate.site.control.DeviceText;
import cn.ecogate.site.entity.Amendment;
import cn.ecogate.site.entity.Device;
import cn.ecogate.site.entity.KeptDevice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Seals and opens device passwords in the installation's vault. */
@ApplicationScoped
public class DeviceVault {

  private static final String PURPOSE = "ecogate device password 1\n";

  private static final String LOST =
      "密码无法解密：密钥文件 " + Vault.KEY_FILE + " 丢失或已更换。请在设备页重新填写密码；或从备份恢复该文件后重启。";

  private final Vault vault;

  /** For the container's proxy only. */
  protected DeviceVault() {
    this.vault = null;
  }

  @Inject
  public DeviceVault(Vault vault) {
    this.vault = vault;
  }

  /** Called at the start, so that the key is there before it is needed. */
  void prepare() {
    vault.prepare();
  }

  /** The password, sealed for that device; null if there is none. */
  byte[] sealed(Device device) {
    return device.password().isEmpty() ? null : vault.seal(PURPOSE, device.id(), device.password());
  }

  /** What the file says about a device now, as a mark; null if it says nothing. */
  String mark(Optional<Device> fromFile) {
    return fromFile.map(DeviceText::whole).map(vault::mark).orElse(null);
  }

  Amendment open(KeptDevice row, Optional<Device> fromFile) {
    byte[] secret = row.getSecret();
    Optional<String> password =
        secret == null ? Optional.of("") : vault.open(PURPOSE, row.getId(), secret);
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
}
