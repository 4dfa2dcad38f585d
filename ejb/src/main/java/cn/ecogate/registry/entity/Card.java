package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/** The card of something that works in the plant and never passes a gate. */
@MappedSuperclass
public abstract class Card implements Serializable {

  private static final long serialVersionUID = 1L;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private long version;

  private String code;

  private String plate;

  private LocalDate made;

  private String model;

  @Enumerated(EnumType.STRING)
  private FuelType fuel;

  @Enumerated(EnumType.STRING)
  private EmissionStage stage;

  @Column(name = "engine_no")
  private String engineNo;

  private String owner;

  @Enumerated(EnumType.STRING)
  private ServiceState service = ServiceState.ACTIVE;

  @Column(name = "filed_at")
  private Instant filedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  /** The register's word in the ledger, e.g. {@code machine}. */
  public abstract String register();

  /** The second number that names one thing for good, null if none is known. */
  public abstract String serial();

  /** These items as a change of that card, as it was read in that version. */
  public void become(long id, long version) {
    this.id = id;
    this.version = version;
  }

  /** Takes over every item all cards have; id, version and times stay this one's own. */
  protected void takeCommonItemsOf(Card other) {
    code = other.code;
    plate = other.plate;
    made = other.made;
    model = other.model;
    fuel = other.fuel;
    stage = other.stage;
    engineNo = other.engineNo;
    owner = other.owner;
    service = other.service;
  }

  public Long getId() {
    return id;
  }

  public long getVersion() {
    return version;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getPlate() {
    return plate;
  }

  public void setPlate(String plate) {
    this.plate = plate;
  }

  public LocalDate getMade() {
    return made;
  }

  public void setMade(LocalDate made) {
    this.made = made;
  }

  public String getModel() {
    return model;
  }

  public void setModel(String model) {
    this.model = model;
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

  public ServiceState getService() {
    return service;
  }

  public void setService(ServiceState service) {
    this.service = service;
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
}
