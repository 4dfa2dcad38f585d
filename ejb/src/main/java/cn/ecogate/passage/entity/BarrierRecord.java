package cn.ecogate.passage.entity;

import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.device.entity.BarrierState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened at a barrier outside a passage: by itself, or because a person told it. What it
 * says is in the ledger; only the device's answer, a lift's photo and a person's explanation are
 * added later.
 */
@Entity
@Table(name = "barrier_record")
public class BarrierRecord {

  /** Its entry's place in the ledger, counted from one. */
  @Id private Long id;

  @Column(name = "record_key")
  private String recordKey;

  @Column(name = "lane_id")
  private String laneId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "happened_at")
  private Instant at;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Enumerated(EnumType.STRING)
  private BarrierState.Position position;

  private String sentence;

  @Column(name = "passage_serial")
  private String passageSerial;

  @Column(name = "by_whom")
  private String by;

  private String reason;

  @Enumerated(EnumType.STRING)
  private Acknowledgement.Outcome outcome;

  private String answer;

  private String explanation;

  @Column(name = "explained_by")
  private String explainedBy;

  @Column(name = "explained_at")
  private Instant explainedAt;

  /** Digest of the picture that the lane's camera took of a lift; null if there is none. */
  private String photo;

  /** What the camera answered; null while it was not asked, or has not answered yet. */
  @Column(name = "photo_answer")
  private String photoAnswer;

  protected BarrierRecord() {}

  public BarrierRecord(
      String recordKey, String laneId, Kind kind, Instant at, Instant recordedAt, String sentence) {
    this.recordKey = recordKey;
    this.laneId = laneId;
    this.kind = kind;
    this.at = at;
    this.recordedAt = recordedAt;
    this.sentence = sentence;
  }

  /** Who told the barrier, and why. */
  public BarrierRecord told(String who, String why) {
    this.by = who;
    this.reason = why;
    return this;
  }

  public BarrierRecord at(BarrierState.Position where) {
    this.position = where;
    return this;
  }

  /** The passage it belongs to; null if none. */
  public BarrierRecord concerns(String serial) {
    this.passageSerial = serial;
    return this;
  }

  public void setLedgerSeq(long seq) {
    this.id = seq + 1;
  }

  public void answered(Acknowledgement told) {
    this.outcome = told.outcome();
    this.answer = told.words();
  }

  public void explain(String who, String why, Instant when) {
    this.explainedBy = who;
    this.explanation = why;
    this.explainedAt = when;
  }

  /** The explanation will not do; what it said stays in the ledger. */
  public void reopen() {
    this.explainedBy = null;
    this.explanation = null;
    this.explainedAt = null;
  }

  /** The camera was asked what it sees; without a picture, why not. */
  public void photographed(Optional<String> digest, String answer) {
    this.photo = digest.orElse(null);
    this.photoAnswer = answer;
  }

  /** True if a person still has to say why it happened. */
  public boolean isWaiting() {
    return kind.toBeExplained() && explainedAt == null;
  }

  public Long getId() {
    return id;
  }

  public long getLedgerSeq() {
    return id - 1;
  }

  public String getRecordKey() {
    return recordKey;
  }

  public String getLaneId() {
    return laneId;
  }

  public Kind getKind() {
    return kind;
  }

  public Instant getAt() {
    return at;
  }

  public Instant getRecordedAt() {
    return recordedAt;
  }

  public BarrierState.Position getPosition() {
    return position;
  }

  public String getSentence() {
    return sentence;
  }

  /** The passage that opened it, or the vehicle seen shortly before; null if there is none. */
  public String getPassageSerial() {
    return passageSerial;
  }

  public String getBy() {
    return by;
  }

  public String getReason() {
    return reason;
  }

  /** Null if no device was told, or its answer is not known. */
  public Acknowledgement.Outcome getOutcome() {
    return outcome;
  }

  public String getAnswer() {
    return answer;
  }

  public String getPhoto() {
    return photo;
  }

  public String getPhotoAnswer() {
    return photoAnswer;
  }

  public String getExplanation() {
    return explanation;
  }

  public String getExplainedBy() {
    return explainedBy;
  }

  public Instant getExplainedAt() {
    return explainedAt;
  }

  /** What happened. */
  public enum Kind {
    UNEXPLAINED_LIFT("手动起杆", Duty.EXPLAINED_AFTERWARDS),
    OPENED_NOT_PASSED("抬杆后无车通过", Duty.EXPLAINED_AFTERWARDS),
    /** The loop was out of sight for a while: who would have to explain what nobody knows? */
    PASSING_UNKNOWN("抬杆后是否通过不明", Duty.NONE),
    OPEN("人工抬杆", Duty.TOLD_WITH_A_REASON),
    CLOSE("人工落杆", Duty.TOLD_WITH_A_REASON),
    LOCK_OPEN("锁定常开", Duty.TOLD_WITH_A_REASON),
    LOCK_CLOSED("锁定常闭", Duty.TOLD_WITH_A_REASON),
    UNLOCK("解除锁定", Duty.TOLD_WITH_A_REASON);

    /** What people owe. */
    private enum Duty {
      TOLD_WITH_A_REASON,
      EXPLAINED_AFTERWARDS,
      NONE
    }

    private final String label;
    private final Duty duty;

    Kind(String label, Duty duty) {
      this.label = label;
      this.duty = duty;
    }

    public String label() {
      return label;
    }

    /** Told by a person with a reason. */
    public boolean byPerson() {
      return duty == Duty.TOLD_WITH_A_REASON;
    }

    /** A person has to say afterwards why it happened. */
    public boolean toBeExplained() {
      return duty == Duty.EXPLAINED_AFTERWARDS;
    }
  }
}
