package cn.ecogate.passage.entity;

import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * What a passage's record should have said, whole; the record itself and its verdict stay. Written
 * once: a further correction has the next place, and the last one holds.
 */
@Entity
@Table(name = "passage_correction")
public class Correction {

  /** Its entry's place in the ledger, counted from one. */
  @Id private Long id;

  @Column(name = "passage_id")
  private long passageId;

  private int place;
  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Column(name = "vehicle_id")
  private Long vehicleId;

  @Column(name = "vehicle_type")
  private String vehicleType;

  @Column(name = "vehicle_use")
  private String vehicleUse;

  private String vin;

  @Column(name = "brand_model")
  private String brandModel;

  @Enumerated(EnumType.STRING)
  private FuelType fuel;

  @Enumerated(EnumType.STRING)
  private EmissionStage stage;

  private String owner;
  private String reason;

  @Column(name = "entered_by")
  private String enteredBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected Correction() {}

  public Correction(
      long passageId,
      int place,
      PassageItems items,
      String reason,
      String enteredBy,
      Instant recordedAt) {
    this.passageId = passageId;
    this.place = place;
    this.plate = items.plate();
    this.plateColor = items.plateColor();
    this.direction = items.direction();
    this.vehicleId = items.vehicleId();
    this.vehicleType = items.vehicleType();
    this.vehicleUse = items.use();
    this.vin = items.vin();
    this.brandModel = items.brandModel();
    this.fuel = items.fuel();
    this.stage = items.stage();
    this.owner = items.owner();
    this.reason = reason;
    this.enteredBy = enteredBy;
    this.recordedAt = recordedAt;
  }

  public PassageItems items() {
    return new PassageItems(
        plate,
        plateColor,
        direction,
        vehicleId,
        vehicleType,
        vehicleUse,
        vin,
        brandModel,
        fuel,
        stage,
        owner);
  }

  public Long getId() {
    return id;
  }

  public long getLedgerSeq() {
    return id - 1;
  }

  public void setLedgerSeq(long ledgerSeq) {
    this.id = ledgerSeq + 1;
  }

  public long getPassageId() {
    return passageId;
  }

  /** Counted from one. */
  public int getPlace() {
    return place;
  }

  public String getReason() {
    return reason;
  }

  public String getEnteredBy() {
    return enteredBy;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }
}
