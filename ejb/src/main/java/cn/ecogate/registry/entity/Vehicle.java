package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/** A transport vehicle on file (进出厂运输车辆, HJ 1321-2023 vehicle information). */
@Entity
@Table(name = "vehicle")
@NamedQuery(
    name = Vehicle.BY_PLATE,
    query = "SELECT v FROM Vehicle v WHERE v.plate = :plate AND v.plateColor = :color",
    hints = @QueryHint(name = "eclipselink.maintain-cache", value = "false"))
public class Vehicle implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Parsed once. What it finds is built from the row at every call and stands in no persistence
   * context: never older than the row, and without change tracking.
   */
  public static final String BY_PLATE = "Vehicle.byPlate";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private long version;

  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  /** GA/T 16.4, three characters. */
  @Column(name = "vehicle_type")
  private String vehicleType;

  /** GA/T 16.3 letter. */
  @Column(name = "use_code")
  private String use;

  private String vin;

  @Column(name = "brand_model")
  private String brandModel;

  @Enumerated(EnumType.STRING)
  private FuelType fuel;

  @Enumerated(EnumType.STRING)
  private EmissionStage stage;

  private boolean telematics;
  private LocalDate registered;

  @Column(name = "engine_no")
  private String engineNo;

  private String owner;

  @Column(name = "filed_at")
  private Instant filedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Enumerated(EnumType.STRING)
  private StageEvidence evidence;

  @Column(name = "list_photo")
  private String listPhoto;

  @Column(name = "licence_photo")
  private String licencePhoto;

  /** The last day on which the filing holds; null = without end. */
  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  private ServiceState service = ServiceState.ACTIVE;

  @Enumerated(EnumType.STRING)
  private ReviewState review = ReviewState.IN_FORCE;

  /** Set while the vehicle is filed for the time being only. */
  @Column(name = "temporary_until")
  private Instant temporaryUntil;

  /** Who last filed or changed what a review is about. */
  @Column(name = "submitted_by")
  private String submittedBy;

  @Column(name = "reviewed_by")
  private String reviewedBy;

  @Column(name = "reviewed_at")
  private Instant reviewedAt;

  @Column(name = "returned_for")
  private String returnedFor;

  /** Takes over every item of that vehicle; id, version and times stay this one's own. */
  public void takeItemsOf(Vehicle other) {
    plate = other.plate;
    plateColor = other.plateColor;
    vehicleType = other.vehicleType;
    use = other.use;
    vin = other.vin;
    brandModel = other.brandModel;
    fuel = other.fuel;
    stage = other.stage;
    telematics = other.telematics;
    registered = other.registered;
    engineNo = other.engineNo;
    owner = other.owner;
    evidence = other.evidence;
    listPhoto = other.listPhoto;
    licencePhoto = other.licencePhoto;
    validUntil = other.validUntil;
    service = other.service;
  }

  /** Waits for somebody who checks it. */
  public void submit(String who) {
    submittedBy = who;
    review = ReviewState.AWAITING;
    reviewedBy = null;
    reviewedAt = null;
    returnedFor = null;
  }

  /** Counts from now on; what was filed for the time being is filed for good. */
  public void putInForce(String who, Instant at) {
    review = ReviewState.IN_FORCE;
    temporaryUntil = null;
    reviewedBy = who;
    reviewedAt = at;
    returnedFor = null;
  }

  /** Has to be put right first. */
  public void giveBack(String who, Instant at, String why) {
    review = ReviewState.RETURNED;
    reviewedBy = who;
    reviewedAt = at;
    returnedFor = why;
  }

  /** These items as a change of that filing, as it was read in that version. */
  public Vehicle as(long id, long version) {
    this.id = id;
    this.version = version;
    return this;
  }

  /** E.g. 云A12345（黄）. */
  public String plateInWords() {
    return plate + "（" + plateColor.label() + "）";
  }

  public Long getId() {
    return id;
  }

  public long getVersion() {
    return version;
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

  public String getVehicleType() {
    return vehicleType;
  }

  public void setVehicleType(String vehicleType) {
    this.vehicleType = vehicleType;
  }

  public String getUse() {
    return use;
  }

  public void setUse(String use) {
    this.use = use;
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

  public boolean isTelematics() {
    return telematics;
  }

  public void setTelematics(boolean telematics) {
    this.telematics = telematics;
  }

  public LocalDate getRegistered() {
    return registered;
  }

  public void setRegistered(LocalDate registered) {
    this.registered = registered;
  }

  public String getEngineNo() {
    return engineNo;
  }

  public void setEngineNo(String engineNo) {
    this.engineNo = engineNo;
  }

  public String getOwner() {
    return owner;
  }

  public void setOwner(String owner) {
    this.owner = owner;
  }

  public Instant getFiledAt() {
    return filedAt;
  }

  public void setFiledAt(Instant filedAt) {
    this.filedAt = filedAt;
  }

  public Instant getChangedAt() {
    return changedAt;
  }

  public void setChangedAt(Instant changedAt) {
    this.changedAt = changedAt;
  }

  public StageEvidence getEvidence() {
    return evidence;
  }

  public void setEvidence(StageEvidence evidence) {
    this.evidence = evidence;
  }

  public String getListPhoto() {
    return listPhoto;
  }

  public void setListPhoto(String listPhoto) {
    this.listPhoto = listPhoto;
  }

  public String getLicencePhoto() {
    return licencePhoto;
  }

  public void setLicencePhoto(String licencePhoto) {
    this.licencePhoto = licencePhoto;
  }

  public LocalDate getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(LocalDate validUntil) {
    this.validUntil = validUntil;
  }

  public ServiceState getService() {
    return service;
  }

  public void setService(ServiceState service) {
    this.service = service;
  }

  public ReviewState getReview() {
    return review;
  }

  public Instant getTemporaryUntil() {
    return temporaryUntil;
  }

  public void setTemporaryUntil(Instant temporaryUntil) {
    this.temporaryUntil = temporaryUntil;
  }

  public String getSubmittedBy() {
    return submittedBy;
  }

  public String getReviewedBy() {
    return reviewedBy;
  }

  public Instant getReviewedAt() {
    return reviewedAt;
  }

  public String getReturnedFor() {
    return returnedFor;
  }
}
