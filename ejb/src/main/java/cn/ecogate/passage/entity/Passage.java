package cn.ecogate.passage.entity;

import cn.ecogate.admission.entity.Sighting;
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
import jakarta.persistence.Transient;
import java.time.Instant;

/**
 * One vehicle at one barrier and what was decided about it. Written once; what happens afterwards
 * is a PassageAct.
 */
@Entity
@Table(name = "passage")
public class Passage {

  /** How the event keys of passages begin that were entered from paper. */
  public static final String PAPER_KEY = "paper:";

  /** Its entry's place in the ledger, counted from one; taken first, so one number names both. */
  @Id private Long id;

  /** Unique, at most 46 characters; the record's number before the platform. */
  @Column(name = "serial_no")
  private String serialNo;

  @Column(name = "lane_id")
  private String laneId;

  @Column(name = "gate_no")
  private String gateNo;

  @Column(name = "barrier_no")
  private String barrierNo;

  /** The lane's camera; it saw the vehicle unless the source is GUARD. */
  @Column(name = "camera_id")
  private String cameraId;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Enumerated(EnumType.STRING)
  private Source source;

  /** Device id and event id; unique, so a repeated event cannot become a second passage. */
  @Column(name = "event_key")
  private String eventKey;

  @Enumerated(EnumType.STRING)
  private Sighting sighting;

  /** Null unless read or typed. */
  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  private int confidence;

  /** When the vehicle was there: the device's time, or the guard's. */
  @Column(name = "seen_at")
  private Instant seenAt;

  /** What the device's clock said, null if typed; differs from seenAt when that clock is wrong. */
  @Column(name = "device_at")
  private Instant deviceAt;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  /** True if it arrived as history: recorded, nothing opened. */
  private boolean late;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  /** Codes of {@code Reason.Code}, comma-separated, empty if admitted. */
  @Column(name = "reason_codes")
  private String reasonCodes;

  /** The rules' answers, JSON array of RuleAnswer, in order. */
  private String answers;

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

  /** SHA-256 of the scene photo, null if none. */
  @Column(name = "scene_photo")
  private String scenePhoto;

  /** SHA-256 of the plate close-up, null if none. */
  @Column(name = "plate_photo")
  private String platePhoto;

  /** SHA-256 of what the camera said, null if typed by hand. */
  @Column(name = "raw_digest")
  private String rawDigest;

  /** User who typed it, null if automatic. */
  @Column(name = "entered_by")
  private String enteredBy;

  private String note;

  /** Serial number of the unread sighting that this guard's entry settles, null if none. */
  private String settles;

  /** How many corrections have been laid over what was recorded. */
  @Transient private int corrections;

  /**
   * Lays a correction over this copy of the record; the row stays as it is. For those who look
   * passages up, on a copy that is no longer tied to its row.
   */
  public void holds(PassageItems items, int place) {
    plate = items.plate();
    plateColor = items.plateColor();
    direction = items.direction();
    vehicleId = items.vehicleId();
    vehicleType = items.vehicleType();
    vehicleUse = items.use();
    vin = items.vin();
    brandModel = items.brandModel();
    fuel = items.fuel();
    stage = items.stage();
    owner = items.owner();
    corrections = place;
  }

  /** True if it was written on paper during an outage and entered afterwards. */
  public boolean isFromPaper() {
    return eventKey.startsWith(PAPER_KEY);
  }

  /** True if it says anything of the vehicle beside its plate. */
  public boolean isDescribed() {
    return vehicleId != null || vehicleType != null || vin != null || stage != null;
  }

  /** 0 if it is as it was recorded. */
  public int getCorrections() {
    return corrections;
  }

  public Long getId() {
    return id;
  }

  public String getSerialNo() {
    return serialNo;
  }

  public void setSerialNo(String serialNo) {
    this.serialNo = serialNo;
  }

  public String getLaneId() {
    return laneId;
  }

  public void setLaneId(String laneId) {
    this.laneId = laneId;
  }

  public String getGateNo() {
    return gateNo;
  }

  public void setGateNo(String gateNo) {
    this.gateNo = gateNo;
  }

  public String getBarrierNo() {
    return barrierNo;
  }

  public void setBarrierNo(String barrierNo) {
    this.barrierNo = barrierNo;
  }

  public String getCameraId() {
    return cameraId;
  }

  public void setCameraId(String cameraId) {
    this.cameraId = cameraId;
  }

  public Direction getDirection() {
    return direction;
  }

  public void setDirection(Direction direction) {
    this.direction = direction;
  }

  public Source getSource() {
    return source;
  }

  public void setSource(Source source) {
    this.source = source;
  }

  public String getEventKey() {
    return eventKey;
  }

  public void setEventKey(String eventKey) {
    this.eventKey = eventKey;
  }

  public Sighting getSighting() {
    return sighting;
  }

  public void setSighting(Sighting sighting) {
    this.sighting = sighting;
  }

  public String getPlate() {
    return plate;
  }

  public void setPlate(String plate) {
    this.plate = plate;
  }

  public PlateColor getPlateColor() {
    return plateColor;
  }

  public void setPlateColor(PlateColor plateColor) {
    this.plateColor = plateColor;
  }

  public int getConfidence() {
    return confidence;
  }

  public void setConfidence(int confidence) {
    this.confidence = confidence;
  }

  public Instant getSeenAt() {
    return seenAt;
  }

  public void setSeenAt(Instant seenAt) {
    this.seenAt = seenAt;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }

  public void setReceivedAt(Instant receivedAt) {
    this.receivedAt = receivedAt;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }

  public void setRecordedAt(Instant recordedAt) {
    this.recordedAt = recordedAt;
  }

  public boolean isLate() {
    return late;
  }

  public void setLate(boolean late) {
    this.late = late;
  }

  public Outcome getOutcome() {
    return outcome;
  }

  public void setOutcome(Outcome outcome) {
    this.outcome = outcome;
  }

  public String getReasonCodes() {
    return reasonCodes;
  }

  public void setReasonCodes(String reasonCodes) {
    this.reasonCodes = reasonCodes;
  }

  public String getAnswers() {
    return answers;
  }

  public void setAnswers(String answers) {
    this.answers = answers;
  }

  public Long getVehicleId() {
    return vehicleId;
  }

  public void setVehicleId(Long vehicleId) {
    this.vehicleId = vehicleId;
  }

  public String getVehicleType() {
    return vehicleType;
  }

  public void setVehicleType(String vehicleType) {
    this.vehicleType = vehicleType;
  }

  public String getVehicleUse() {
    return vehicleUse;
  }

  public void setVehicleUse(String vehicleUse) {
    this.vehicleUse = vehicleUse;
  }

  public String getVin() {
    return vin;
  }

  public void setVin(String vin) {
    this.vin = vin;
  }

  public String getBrandModel() {
    return brandModel;
  }

  public void setBrandModel(String brandModel) {
    this.brandModel = brandModel;
  }

  public FuelType getFuel() {
    return fuel;
  }

  public void setFuel(FuelType fuel) {
    this.fuel = fuel;
  }

  public EmissionStage getStage() {
    return stage;
  }

  public void setStage(EmissionStage stage) {
    this.stage = stage;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public String getScenePhoto() {
    return scenePhoto;
  }

  public void setScenePhoto(String scenePhoto) {
    this.scenePhoto = scenePhoto;
  }

  public String getPlatePhoto() {
    return platePhoto;
  }

  public void setPlatePhoto(String platePhoto) {
    this.platePhoto = platePhoto;
  }

  public String getRawDigest() {
    return rawDigest;
  }

  public void setRawDigest(String rawDigest) {
    this.rawDigest = rawDigest;
  }

  public String getEnteredBy() {
    return enteredBy;
  }

  public void setEnteredBy(String enteredBy) {
    this.enteredBy = enteredBy;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  /** Place in the ledger, from 0. */
  public long getLedgerSeq() {
    return id - 1;
  }

  public void setLedgerSeq(long ledgerSeq) {
    this.id = ledgerSeq + 1;
  }

  public Instant getDeviceAt() {
    return deviceAt;
  }

  public void setDeviceAt(Instant deviceAt) {
    this.deviceAt = deviceAt;
  }

  public String getSettles() {
    return settles;
  }

  public void setSettles(String settles) {
    this.settles = settles;
  }

  /** How it came to be recorded. */
  public enum Source {
    CAMERA,
    GUARD
  }

  /** The verdict's kind. */
  public enum Outcome {
    ADMITTED("通行"),
    REFUSED("禁行"),
    NEEDS_GUARD("请值守处理");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
