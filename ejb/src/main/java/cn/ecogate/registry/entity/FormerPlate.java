package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A plate a vehicle gave up, and why; written once. */
@Entity
@Table(name = "former_plate")
public class FormerPlate implements Serializable {

  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "vehicle_id")
  private long vehicleId;

  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  @Column(name = "given_up_at")
  private Instant givenUpAt;

  private String reason;

  @Column(name = "changed_by")
  private String changedBy;

  /** For JPA. */
  protected FormerPlate() {}

  /** The plate that vehicle has now, about to be given up. */
  public FormerPlate(Vehicle vehicle, Instant givenUpAt, String reason, String changedBy) {
    this.vehicleId = vehicle.getId();
    this.plate = vehicle.getPlate();
    this.plateColor = vehicle.getPlateColor();
    this.givenUpAt = givenUpAt;
    this.reason = reason;
    this.changedBy = changedBy;
  }

  public long getVehicleId() {
    return vehicleId;
  }

  public String getPlate() {
    return plate;
  }

  public PlateColor getPlateColor() {
    return plateColor;
  }

  public Instant getGivenUpAt() {
    return givenUpAt;
  }

  public String getReason() {
    return reason;
  }

  public String getChangedBy() {
    return changedBy;
  }
}
