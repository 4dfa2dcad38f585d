package cn.ecogate.passage.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a person says about an exit or entrance that no passage tells of; written once. */
@Entity
@Table(name = "visit_closing")
public class VisitClosing {

  /** Its entry's place in the ledger, counted from one. */
  @Id private Long id;

  @Column(name = "passage_id")
  private long passageId;

  private Instant moment;
  private String reason;

  @Column(name = "entered_by")
  private String enteredBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  protected VisitClosing() {}

  public VisitClosing(
      long ledgerSeq,
      long passageId,
      Instant moment,
      String reason,
      String enteredBy,
      Instant recordedAt) {
    this.id = ledgerSeq + 1;
    this.passageId = passageId;
    this.moment = moment;
    this.reason = reason;
    this.enteredBy = enteredBy;
    this.recordedAt = recordedAt;
  }

  public Long getId() {
    return id;
  }

  public long getLedgerSeq() {
    return id - 1;
  }

  public long getPassageId() {
    return passageId;
  }

  /** When it left or came; null if nobody knows. */
  public Instant getMoment() {
    return moment;
  }

  public String getReason() {
    return reason;
  }

  /** Null if the visit was over by itself. */
  public String getEnteredBy() {
    return enteredBy;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }
}
