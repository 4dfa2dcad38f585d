package cn.ecogate.passage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a passage's vehicle carried (货物与运输量); written once. A correction is a further one with the
 * next place.
 */
@Entity
@Table(name = "passage_load")
public class Load {

  /** Its entry's place in the ledger, counted from one. */
  @Id private Long id;

  @Column(name = "passage_id")
  private long passageId;

  @Column(name = "serial_no")
  private String serialNo;

  /** 1 is the first, the highest is the one that holds. */
  private int place;

  @Enumerated(EnumType.STRING)
  private Source source;

  /** At most 32 characters; null if nobody said. */
  private String cargo;

  /** What is carried, to the kilogram; null while only the gross weight is known. */
  private BigDecimal tonnes;

  @Column(name = "weighing_id")
  private Long weighingId;

  /** The weighing again, in the first load that uses it: a unique column. */
  private Long claims;

  @Column(name = "gross_kg")
  private BigDecimal grossKg;

  @Column(name = "tare_kg")
  private BigDecimal tareKg;

  @Column(name = "net_kg")
  private BigDecimal netKg;

  /** Null if accepted by itself. */
  @Column(name = "entered_by")
  private String enteredBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected Load() {}

  public Load(Passage passage, int place, Source source, Instant recordedAt) {
    this.passageId = passage.getId();
    this.serialNo = passage.getSerialNo();
    this.place = place;
    this.source = source;
    this.recordedAt = recordedAt;
  }

  /** The weights of that weighing. */
  public void setWeighing(Weighing weighing, boolean first) {
    this.weighingId = weighing.getId();
    this.claims = first ? weighing.getId() : null;
    this.grossKg = weighing.getGrossKg();
    this.tareKg = weighing.getTareKg();
    this.netKg = weighing.getNetKg();
  }

  public Long getId() {
    return id;
  }

  /** Place in the ledger, from 0. */
  public long getLedgerSeq() {
    return id - 1;
  }

  public void setLedgerSeq(long ledgerSeq) {
    this.id = ledgerSeq + 1;
  }

  public long getPassageId() {
    return passageId;
  }

  public String getSerialNo() {
    return serialNo;
  }

  public int getPlace() {
    return place;
  }

  public Source getSource() {
    return source;
  }

  public String getCargo() {
    return cargo;
  }

  public void setCargo(String cargo) {
    this.cargo = cargo;
  }

  public BigDecimal getTonnes() {
    return tonnes;
  }

  public void setTonnes(BigDecimal tonnes) {
    this.tonnes = tonnes;
  }

  public Long getWeighingId() {
    return weighingId;
  }

  public BigDecimal getGrossKg() {
    return grossKg;
  }

  public BigDecimal getTareKg() {
    return tareKg;
  }

  public BigDecimal getNetKg() {
    return netKg;
  }

  public String getEnteredBy() {
    return enteredBy;
  }

  public void setEnteredBy(String enteredBy) {
    this.enteredBy = enteredBy;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }

  /** Kilograms as tonnes with three decimals; null stays null. */
  public static BigDecimal tonnes(BigDecimal kilograms) {
    return kilograms == null
        ? null
        : kilograms.movePointLeft(3).setScale(3, java.math.RoundingMode.HALF_UP);
  }

  /** How it came to be recorded. */
  public enum Source {
    /** A person took over a weighing. */
    WEIGHED("按称重"),
    /** A person typed it. */
    TYPED("人工填写"),
    /** The site takes weighings over by itself. */
    AUTOMATIC("自动采用称重");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
