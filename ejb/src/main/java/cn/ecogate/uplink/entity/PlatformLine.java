package cn.ecogate.uplink.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the line to one platform is, as the last call left it. Its row is also the lock under which
 * claims and settlements of that platform take turns.
 */
@Entity
@Cacheable(false)
@Table(name = "platform_line")
public class PlatformLine {

  private static final int LONGEST_COMPLAINT = 1000;

  /** How much the newest record counts in the moving mean of their durations. */
  private static final double NEWEST = 0.2;

  @Id
  @Column(name = "platform_id")
  private String platformId;

  @Column(name = "online")
  private boolean online;

  @Column(name = "since")
  private Instant since;

  @Column(name = "last_accepted")
  private Instant lastAccepted;

  @Column(name = "accepted")
  private long accepted;

  @Column(name = "failures")
  private int failures;

  @Column(name = "quiet_until")
  private Instant quietUntil;

  @Column(name = "complaint")
  private String complaint;

  @Column(name = "pace_millis")
  private Integer paceMillis;

  /** For the persistence provider. */
  protected PlatformLine() {}

  public PlatformLine(String platformId) {
    this.platformId = platformId;
  }

  /**
   * A record was taken, after that long. While several are on the line one comes in less time than
   * each takes.
   */
  public void accepted(Instant at, Duration took) {
    long gap =
        lastAccepted == null ? took.toMillis() : Duration.between(lastAccepted, at).toMillis();
    long millis = Math.min(took.toMillis(), Math.max(0, gap));
    accepted++;
    lastAccepted = at;
    double before = paceMillis == null ? millis : paceMillis;
    paceMillis = (int) Math.round(before + NEWEST * (millis - before));
  }

  /** A record that was taken is not there. */
  public void takeBack() {
    accepted--;
  }

  /** In what time one record goes at present, empty before the first. */
  public Optional<Duration> pace() {
    return Optional.ofNullable(paceMillis).map(Duration::ofMillis);
  }

  /** The platform answered as it should, whatever it thinks of the record. */
  public void answered(Instant at) {
    failures = 0;
    quietUntil = null;
    complaint = null;
    if (!online || since == null) {
      online = true;
      since = at;
    }
  }

  /** A call failed. */
  public void failed(Instant at, String words) {
    if (online || since == null) {
      online = false;
      since = at;
    }
    failures++;
    complaint = words.length() <= LONGEST_COMPLAINT ? words : words.substring(0, LONGEST_COMPLAINT);
  }

  /** Nothing is sent before that, unless a heartbeat is answered. */
  public void quietUntil(Instant until) {
    quietUntil = until;
  }

  public boolean isQuiet(Instant now) {
    return quietUntil != null && quietUntil.isAfter(now);
  }

  public String getPlatformId() {
    return platformId;
  }

  public boolean isOnline() {
    return online;
  }

  public Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  public Optional<Instant> lastAccepted() {
    return Optional.ofNullable(lastAccepted);
  }

  public long getAccepted() {
    return accepted;
  }

  public int getFailures() {
    return failures;
  }

  public Optional<String> complaint() {
    return Optional.ofNullable(complaint);
  }
}
