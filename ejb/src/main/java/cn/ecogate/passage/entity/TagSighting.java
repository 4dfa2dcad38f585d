package cn.ecogate.passage.entity;

import cn.ecogate.device.entity.TagKind;
import cn.ecogate.device.entity.TagRead;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A code that a lane's scanner or reader read; written once. */
@Entity
@Table(name = "tag_seen")
public class TagSighting {

  /** Its entry's place in the ledger, counted from one. */
  @Id private Long id;

  @Column(name = "lane_id")
  private String laneId;

  @Column(name = "device_id")
  private String deviceId;

  @Column(name = "event_id")
  private String eventId;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Enumerated(EnumType.STRING)
  private TagKind kind;

  /** What the text holds, e.g. the VIN at the end of an address. */
  private String number;

  private String text;

  @Column(name = "raw_digest")
  private String rawDigest;

  protected TagSighting() {}

  public TagSighting(TagRead read, long ledgerSeq) {
    this.id = ledgerSeq + 1;
    this.laneId = read.laneId();
    this.deviceId = read.deviceId();
    this.eventId = read.eventId();
    this.seenAt = read.at();
    this.kind = read.kind();
    this.number = read.number();
    this.text = read.text();
    this.rawDigest = read.rawDigest();
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

  public Instant getSeenAt() {
    return seenAt;
  }

  public TagKind getKind() {
    return kind;
  }

  public String getNumber() {
    return number;
  }

  public String getText() {
    return text;
  }

  public String getRawDigest() {
    return rawDigest;
  }
}
