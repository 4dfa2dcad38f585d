package cn.ecogate.release.entity;

import cn.ecogate.passage.entity.BarrierRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A person's duty to say why a barrier rose by itself, or was not used, as it stands now; the
 * ledger keeps every step.
 */
@Entity
@Table(name = "lift_duty")
public class LiftDuty {

  /** The barrier's record. */
  @Id
  @Column(name = "record_id")
  private Long recordId;

  @Column(name = "record_key")
  private String recordKey;

  @Column(name = "lane_id")
  private String laneId;

  @Enumerated(EnumType.STRING)
  private BarrierRecord.Kind kind;

  @Column(name = "happened_at")
  private Instant happenedAt;

  private String sentence;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "assigned_to")
  private String assignedTo;

  @Column(name = "assigned_by")
  private String assignedBy;

  @Column(name = "assigned_at")
  private Instant assignedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  @Enumerated(EnumType.STRING)
  private LiftCause cause;

  private String words;

  private String photo;

  @Column(name = "explained_by")
  private String explainedBy;

  @Column(name = "explained_at")
  private Instant explainedAt;

  @Column(name = "reviewed_by")
  private String reviewedBy;

  @Column(name = "reviewed_at")
  private Instant reviewedAt;

  private String review;

  protected LiftDuty() {}

  public LiftDuty(BarrierRecord record) {
    this.recordId = record.getId();
    this.recordKey = record.getRecordKey();
    this.laneId = record.getLaneId();
    this.kind = record.getKind();
    this.happenedAt = record.getAt();
    this.sentence = record.getSentence();
    this.state = State.OPEN;
  }

  /** {@code to} is null if there is nobody yet, {@code by} if nobody chose. */
  public void assign(String to, String by, Instant at, Instant due) {
    assignedTo = to;
    assignedBy = by;
    assignedAt = at;
    dueAt = due;
    remindedAt = null;
  }

  public void remind(Instant at) {
    remindedAt = at;
  }

  public void explain(String who, LiftCause why, String inWords, String withPhoto, Instant at) {
    state = State.EXPLAINED;
    explainedBy = who;
    explainedAt = at;
    cause = why;
    words = inWords;
    photo = withPhoto;
  }

  public void accept(String who, String inWords, Instant at) {
    state = State.REVIEWED;
    reviewed(who, inWords, at);
  }

  /** The explanation will not do; the same person has until {@code due} for another. */
  public void sendBack(String who, String inWords, Instant at, Instant due) {
    state = State.OPEN;
    reviewed(who, inWords, at);
    dueAt = due;
    remindedAt = null;
  }

  private void reviewed(String who, String inWords, Instant at) {
    reviewedBy = who;
    review = inWords;
    reviewedAt = at;
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  public boolean isExplained() {
    return state == State.EXPLAINED;
  }

  public Long getRecordId() {
    return recordId;
  }

  public String getRecordKey() {
    return recordKey;
  }

  public String getLaneId() {
    return laneId;
  }

  public BarrierRecord.Kind getKind() {
    return kind;
  }

  public Instant getHappenedAt() {
    return happenedAt;
  }

  public String getSentence() {
    return sentence;
  }

  public State getState() {
    return state;
  }

  /** Null until there is somebody. */
  public String getAssignedTo() {
    return assignedTo;
  }

  /** Null if nobody chose. */
  public String getAssignedBy() {
    return assignedBy;
  }

  public Instant getAssignedAt() {
    return assignedAt;
  }

  public Instant getDueAt() {
    return dueAt;
  }

  public Instant getRemindedAt() {
    return remindedAt;
  }

  public LiftCause getCause() {
    return cause;
  }

  public String getWords() {
    return words;
  }

  public String getPhoto() {
    return photo;
  }

  public String getExplainedBy() {
    return explainedBy;
  }

  public Instant getExplainedAt() {
    return explainedAt;
  }

  public String getReviewedBy() {
    return reviewedBy;
  }

  public Instant getReviewedAt() {
    return reviewedAt;
  }

  public String getReview() {
    return review;
  }

  /** How far it is. */
  public enum State {
    OPEN("待说明"),
    EXPLAINED("待复核"),
    REVIEWED("已复核");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
