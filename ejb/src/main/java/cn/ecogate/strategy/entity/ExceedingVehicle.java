package cn.ecogate.strategy.entity;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
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
import java.time.Instant;
import java.time.LocalDate;

/** A vehicle on an exceeding list (超标车辆名单); it stays there, released or not. */
@Entity
@Table(name = "exceeding_vehicle")
@NamedQuery(
    name = ExceedingVehicle.UNRELEASED,
    query =
        "SELECT e FROM ExceedingVehicle e WHERE e.plate = :plate AND e.plateColor = :color"
            + " AND e.releasedAt IS NULL ORDER BY e.issued DESC, e.id DESC",
    hints = @QueryHint(name = "eclipselink.maintain-cache", value = "false"))
public class ExceedingVehicle {

  /** The entries that still hold for a plate and colour, newest first; as the rows have it. */
  public static final String UNRELEASED = "ExceedingVehicle.unreleased";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  private String source;
  private String reason;
  private LocalDate issued;

  /** Null for the house's own list. */
  private String platform;

  private String vin;

  @Enumerated(EnumType.STRING)
  private FuelType fuel;

  @Enumerated(EnumType.STRING)
  private EmissionStage stage;

  /** Digest of a picture that shows why, null if there is none. */
  private String evidence;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_by")
  private String addedBy;

  @Column(name = "released_at")
  private Instant releasedAt;

  @Column(name = "released_by")
  private String releasedBy;

  @Column(name = "release_reason")
  private String releaseReason;

  protected ExceedingVehicle() {}

  /** An entry of the house's own list. */
  public ExceedingVehicle(
      PlateNumber plate, PlateColor plateColor, Listing listing, String who, Instant addedAt) {
    this.plate = plate.text();
    this.plateColor = plateColor;
    this.source = listing.source();
    this.reason = listing.reason();
    this.issued = listing.issued();
    this.addedBy = who;
    this.addedAt = addedAt;
  }

  /**
   * An entry of the house's own list, with a picture that shows why; {@code evidence} may be null.
   */
  public ExceedingVehicle(
      PlateNumber plate,
      PlateColor plateColor,
      Listing listing,
      String evidence,
      String who,
      Instant addedAt) {
    this(plate, plateColor, listing, who, addedAt);
    this.evidence = evidence;
  }

  /** An entry of a platform's list. */
  public ExceedingVehicle(ReceivedListing sent, String platform, Listing listing, Instant addedAt) {
    this(sent.plate(), sent.color(), listing, platform, addedAt);
    this.platform = platform;
    this.vin = sent.vin().orElse(null);
    this.fuel = sent.fuel().orElse(null);
    this.stage = sent.stage().orElse(null);
  }

  /** The vehicle may pass again. */
  public void release(String who, String why, Instant at) {
    releasedBy = who;
    releaseReason = why;
    releasedAt = at;
  }

  public boolean released() {
    return releasedAt != null;
  }

  public Listing listing() {
    return new Listing(source, reason, issued);
  }

  /** E.g. 云A12345（黄）. */
  public String plateInWords() {
    return plate + "（" + plateColor.label() + "）";
  }

  public Long getId() {
    return id;
  }

  public String getPlate() {
    return plate;
  }

  public PlateColor getPlateColor() {
    return plateColor;
  }

  public String getSource() {
    return source;
  }

  public String getReason() {
    return reason;
  }

  public LocalDate getIssued() {
    return issued;
  }

  public String getPlatform() {
    return platform;
  }

  public String getVin() {
    return vin;
  }

  public FuelType getFuel() {
    return fuel;
  }

  public EmissionStage getStage() {
    return stage;
  }

  public String getEvidence() {
    return evidence;
  }

  public Instant getAddedAt() {
    return addedAt;
  }

  public String getAddedBy() {
    return addedBy;
  }

  public Instant getReleasedAt() {
    return releasedAt;
  }

  public String getReleasedBy() {
    return releasedBy;
  }

  public String getReleaseReason() {
    return releaseReason;
  }
}
