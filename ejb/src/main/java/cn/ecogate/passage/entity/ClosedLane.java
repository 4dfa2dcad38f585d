package cn.ecogate.passage.entity;

import cn.ecogate.admission.entity.Closure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A lane that takes nobody until it is opened again (通道关闭), whatever its barrier does. */
@Entity
@Table(name = "closed_lane")
public class ClosedLane {

  @Id
  @Column(name = "lane_id")
  private String laneId;

  private Instant since;

  @Column(name = "by_whom")
  private String by;

  private String reason;

  protected ClosedLane() {}

  public ClosedLane(String laneId, Instant since, String by, String reason) {
    this.laneId = laneId;
    this.since = since;
    this.by = by;
    this.reason = reason;
  }

  /** As the rules see it. */
  public Closure closure() {
    return new Closure(reason, since);
  }

  public String getLaneId() {
    return laneId;
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
