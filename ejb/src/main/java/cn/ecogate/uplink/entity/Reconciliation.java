package cn.ecogate.uplink.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** One comparison of a day: what we believe the platform has, and what it says it holds. */
@Entity
@Cacheable(false)
@Table(name = "reconciliation")
public class Reconciliation {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "platform_id")
  private String platformId;

  private LocalDate day;

  @Column(name = "compared_at")
  private Instant at;

  private long ours;
  private long theirs;
  private long missing;

  /** For the persistence provider. */
  protected Reconciliation() {}

  /**
   * What was found.
   *
   * @param ours records of that day we hold for accepted; {@code missing} of them are not there
   * @param theirs records of that day the platform names
   */
  public Reconciliation(
      String platformId, LocalDate day, Instant at, long ours, long theirs, long missing) {
    this.platformId = platformId;
    this.day = day;
    this.at = at;
    this.ours = ours;
    this.theirs = theirs;
    this.missing = missing;
  }

  public LocalDate getDay() {
    return day;
  }

  public Instant getAt() {
    return at;
  }

  public long getOurs() {
    return ours;
  }

  public long getTheirs() {
    return theirs;
  }

  public long getMissing() {
    return missing;
  }
}
