package cn.ecogate.site.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The row of an {@link Amendment}; its password is sealed. */
@Entity
@Table(name = "device")
public class KeptDevice {

  @Id private String id;

  @Version private long version;

  @Column(name = "lane")
  private String laneId;

  @Enumerated(EnumType.STRING)
  private Device.Kind kind;

  @Enumerated(EnumType.STRING)
  private Amendment.State state;

  private String driver;
  private String address;

  @Column(name = "user_name")
  private String user;

  private byte[] secret;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "device_setting", joinColumns = @JoinColumn(name = "device"))
  @MapKeyColumn(name = "name")
  @Column(name = "value")
  private Map<String, String> settings = new HashMap<>();

  @Column(name = "file_mark")
  private String fileMark;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  protected KeptDevice() {}

  public KeptDevice(String laneId, Device.Kind kind) {
    this.id = kind.deviceId(laneId);
    this.laneId = laneId;
    this.kind = kind;
  }

  /**
   * It is so from now on.
   *
   * @param sealed the password; null if there is none
   */
  public void keep(Device device, byte[] sealed) {
    state = Amendment.State.KEPT;
    driver = device.driver();
    address = device.address();
    user = device.user();
    secret = sealed == null ? null : sealed.clone();
    settings.clear();
    settings.putAll(device.settings());
  }

  /** It is removed, or as the file has it; nothing of ours is left. */
  public void drop(Amendment.State to) {
    state = to;
    driver = null;
    address = null;
    user = null;
    secret = null;
    settings.clear();
  }

  /** Who did it and when, and what the file said then; null if it said nothing. */
  public void sign(String who, Instant at, String mark) {
    changedBy = who;
    changedAt = at;
    fileMark = mark;
  }

  public String getId() {
    return id;
  }

  public long getVersion() {
    return version;
  }

  public String getLaneId() {
    return laneId;
  }

  public Device.Kind getKind() {
    return kind;
  }

  public Amendment.State getState() {
    return state;
  }

  public String getDriver() {
    return driver;
  }

  public String getAddress() {
    return address;
  }

  public String getUser() {
    return user;
  }

  public byte[] getSecret() {
    return secret == null ? null : secret.clone();
  }

  public Map<String, String> getSettings() {
    return Map.copyOf(settings);
  }

  public String getFileMark() {
    return fileMark;
  }

  public Instant getChangedAt() {
    return changedAt;
  }

  public String getChangedBy() {
    return changedBy;
  }
}
