package cn.ecogate.passage.entity;

import cn.ecogate.device.entity.WeightTaken;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A weight that came to rest at a lane, as the indicator told it; written once. */
@Entity
@Table(name = "weighing")
public class Weighing {

  /** Its entry's place in the ledger, counted from one. */
  @Id private Long id;

  @Column(name = "lane_id")
  private String laneId;

  @Column(name = "device_id")
  private String deviceId;

  @Column(name = "event_id")
  private String eventId;

  @Column(name = "weighed_at")
  private Instant weighedAt;

  /** With vehicle and load; null if only net was shown. */
  @Column(name = "gross_kg")
  private BigDecimal grossKg;

  /** Taken off by the indicator; null if none, or not told. */
  @Column(name = "tare_kg")
  private BigDecimal tareKg;

  /** Gross less tare; null unless the indicator showed it. */
  @Column(name = "net_kg")
  private BigDecimal netKg;

  @Column(name = "stable_frames")
  private int stableFrames;

  /** Event of the same device that this weight replaces, null as a rule. */
  private String corrects;

  @Column(name = "raw_digest")
  private String rawDigest;

  protected Weighing() {}

  public Weighing(WeightTaken taken, long ledgerSeq) {
    this.id = ledgerSeq + 1;
    this.laneId = taken.laneId();
    this.deviceId = taken.deviceId();
    this.eventId = taken.eventId();
    this.weighedAt = taken.at();
    this.grossKg = taken.gross();
    this.tareKg = taken.tare();
    this.netKg = taken.net();
    this.stableFrames = taken.stableFrames();
    this.corrects = taken.corrects();
    this.rawDigest = taken.rawDigest();
  }

  public Long getId() {
    return id;
  }

  /** Place in the ledger, from 0. */
  public long getLedgerSeq() {
    return id - 1;
  }

  public String getLaneId() {
    return laneId;
  }

  public String getDeviceId() {
    return deviceId;
  }

  public String getEventId() {
    return eventId;
  }

  public Instant getWeighedAt() {
    return weighedAt;
  }

  public BigDecimal getGrossKg() {
    return grossKg;
  }

  public BigDecimal getTareKg() {
    return tareKg;
  }

  public BigDecimal getNetKg() {
    return netKg;
  }

  public int getStableFrames() {
    return stableFrames;
  }

  public String getCorrects() {
    return corrects;
  }

  public String getRawDigest() {
    return rawDigest;
  }
}
