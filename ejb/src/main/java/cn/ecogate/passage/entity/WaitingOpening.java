package cn.ecogate.passage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** An {@link Opening} as a restart finds it: nobody has used it yet, as far as is known. */
@Entity
@Table(name = "waiting_opening")
public class WaitingOpening {

  @Id
  @Column(name = "passage_serial")
  private String passageSerial;

  @Column(name = "lane_id")
  private String laneId;

  private String vehicle;

  @Column(name = "opened_at")
  private Instant at;

  @Column(name = "within_s")
  private int within;

  protected WaitingOpening() {}

  public WaitingOpening(Opening opening) {
    this.passageSerial = opening.passageSerial();
    this.laneId = opening.laneId();
    this.vehicle = opening.vehicle();
    this.at = opening.at();
    this.within = (int) opening.within().toSeconds();
  }

  public Opening opening() {
    return new Opening(laneId, passageSerial, vehicle, at, Duration.ofSeconds(within));
  }
}
