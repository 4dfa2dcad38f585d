package cn.ecogate.uplink.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A time during which a platform did not answer as it should, kept after it is over. */
@Entity
@Cacheable(false)
@Table(name = "line_outage")
public class LineOutage {

  private static final int LONGEST_COMPLAINT = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "platform_id")
  private String platformId;

  @Column(name = "from_at")
  private Instant from;

  @Column(name = "until_at")
  private Instant until;

  private String complaint;

  /** For the persistence provider. */
  protected LineOutage() {}

  public LineOutage(String platformId, Instant from, String words) {
    this.platformId = platformId;
    this.from = from;
    this.complaint =
        words.length() <= LONGEST_COMPLAINT ? words : words.substring(0, LONGEST_COMPLAINT);
  }

  public void over(Instant at) {
    until = at;
  }

  public Instant getFrom() {
    return from;
  }

  /** Empty while it lasts. */
  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }

  public String getComplaint() {
    return complaint;
  }
}
