package cn.ecogate.passage.entity;

import cn.ecogate.device.entity.LockMode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A barrier that somebody holds up or down until it is unlocked. */
@Entity
@Table(name = "barrier_lock")
public class BarrierLock {

  @Id
  @Column(name = "lane_id")
  private String laneId;

  @Enumerated(EnumType.STRING)
  private LockMode mode;

  private Instant since;

  @Column(name = "by_whom")
  private String by;

  private String reason;

  protected BarrierLock() {}

  public BarrierLock(String laneId, LockMode mode, Instant since, String by, String reason) {
    this.laneId = laneId;
    this.mode = mode;
    this.since = since;
    this.by = by;
    this.reason = reason;
  }

  public String getLaneId() {
    return laneId;
  }

  public LockMode getMode() {
    return mode;
  }

  public Instant getSince() {
    return since;
  }

  public String getBy() {
    return by;
  }

  public String getReason() {
    return reason;
  }
}
