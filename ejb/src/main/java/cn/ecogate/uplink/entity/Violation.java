package cn.ecogate.uplink.entity;

import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** A violation (违规通报) in the register, as the platform says it by now. */
@Entity
@Cacheable(false)
@Table(name = "violation")
public class Violation {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "platform_id")
  private String platformId;

  private String number;
  private String enterprise;
  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  private String vin;

  @Column(name = "in_at")
  private Instant in;

  @Column(name = "out_at")
  private Instant out;

  private String reason;
  private String note;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "amended_at")
  private Instant amendedAt;

  /** For the persistence provider. */
  protected Violation() {}

  public Violation(String platformId, ReceivedViolation sent, Instant at) {
    this.platformId = platformId;
    this.number = sent.number();
    this.receivedAt = at;
    say(sent);
  }

  /** The platform says something else now. */
  public void amend(ReceivedViolation sent, Instant at) {
    say(sent);
    amendedAt = at;
  }

  private void say(ReceivedViolation sent) {
    enterprise = sent.enterprise();
    plate = sent.plate().text();
    plateColor = sent.color();
    vin = sent.vin().orElse(null);
    in = sent.in().orElse(null);
    out = sent.out().orElse(null);
    reason = sent.reason();
    note = sent.note();
  }

  /** True if the platform says what it said before. */
  public boolean says(ReceivedViolation sent) {
    return enterprise.equals(sent.enterprise())
        && plate.equals(sent.plate().text())
        && plateColor == sent.color()
        && Objects.equals(vin, sent.vin().orElse(null))
        && Objects.equals(in, sent.in().orElse(null))
        && Objects.equals(out, sent.out().orElse(null))
        && reason.equals(sent.reason())
        && note.equals(sent.note());
  }

  public Long getId() {
    return id;
  }

  public String getPlatformId() {
    return platformId;
  }

  public String getNumber() {
    return number;
  }

  public String getEnterprise() {
    return enterprise;
  }

  public String getPlate() {
    return plate;
  }

  public PlateColor getPlateColor() {
    return plateColor;
  }

  public String getVin() {
    return vin;
  }

  /** When the vehicle came in, by the platform. */
  public Optional<Instant> in() {
    return Optional.ofNullable(in);
  }

  /** When it left, by the platform. */
  public Optional<Instant> out() {
    return Optional.ofNullable(out);
  }

  public String getReason() {
    return reason;
  }

  public String getNote() {
    return note;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }

  /** Null unless the platform has changed it since. */
  public Instant getAmendedAt() {
    return amendedAt;
  }
}
