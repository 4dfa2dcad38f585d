package cn.ecogate.alarm.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Where alarms are told outside the house. Its secret is sealed and leaves only to its own peer.
 */
@Entity
@Table(name = "alarm_channel")
@Cacheable(false)
public class AlarmChannel {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private ChannelDraft.Kind kind;

  private String name;

  private boolean enabled;

  @Enumerated(EnumType.ORDINAL)
  private Alarm.Severity severity;

  private int level;

  private String address;

  private int port;

  @Enumerated(EnumType.STRING)
  private ChannelDraft.Security security;

  @Column(name = "user_name")
  private String user;

  private byte[] secret;

  private String sender;

  private String recipients;

  @Column(name = "quiet_from")
  private LocalTime quietFrom;

  @Column(name = "quiet_until")
  private LocalTime quietUntil;

  private long version;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private Instant changedAt;

  /** A new one, to be filled by {@link #keep}. */
  public AlarmChannel() {}

  /** Everything but the secret. */
  public void keep(ChannelDraft draft, String who, Instant at) {
    kind = draft.kind();
    name = draft.name();
    enabled = draft.enabled();
    severity = draft.severity();
    level = draft.level();
    address = draft.address();
    port = draft.port();
    security = draft.security();
    user = draft.user();
    sender = draft.sender();
    recipients = String.join("\n", draft.recipients());
    quietFrom = draft.quiet().map(QuietHours::from).orElse(null);
    quietUntil = draft.quiet().map(QuietHours::until).orElse(null);
    version++;
    changedBy = who;
    changedAt = at;
  }

  /** Null for none. */
  public void seal(byte[] sealed) {
    secret = sealed == null ? null : sealed.clone();
  }

  /** As it stands, without its secret. */
  public ChannelDraft draft() {
    return new ChannelDraft(
        id,
        kind,
        name,
        enabled,
        severity,
        level,
        address,
        port,
        security,
        user,
        "",
        sender,
        recipients.isEmpty() ? List.of() : List.of(recipients.split("\n")),
        quiet(),
        version);
  }

  /** When this channel may be told of that alarm; empty if it may be now. */
  public Optional<Instant> quietUntil(Alarm.Severity of, Instant now) {
    return of == Alarm.Severity.URGENT
        ? Optional.empty()
        : quiet().flatMap(hours -> hours.endAfter(now));
  }

  private Optional<QuietHours> quiet() {
    return quietFrom == null
        ? Optional.empty()
        : Optional.of(new QuietHours(quietFrom, quietUntil));
  }

  public Long getId() {
    return id;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public byte[] getSecret() {
    return secret == null ? null : secret.clone();
  }

  public long getVersion() {
    return version;
  }

  public String getChangedBy() {
    return changedBy;
  }

  public Instant getChangedAt() {
    return changedAt;
  }
}
