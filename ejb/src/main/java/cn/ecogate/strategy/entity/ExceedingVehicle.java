package cn.ecogate.strategy.entity;

import cn.ecogate.admission.entity.Listing;
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

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "released_at")
  private Instant releasedAt;

  protected ExceedingVehicle() {}

  public ExceedingVehicle(String plate, PlateColor plateColor, Listing listing, Instant addedAt) {
    this.plate = plate;
    this.plateColor = plateColor;
    this.source = listing.source();
    this.reason = listing.reason();
    this.issued = listing.issued();
    this.addedAt = addedAt;
  }

  public Listing listing() {
    return new Listing(source, reason, issued);
  }

  public Long getId() {
    return id;
  }
}
