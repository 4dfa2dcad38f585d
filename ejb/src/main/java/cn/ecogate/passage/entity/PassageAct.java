package cn.ecogate.passage.entity;

import cn.ecogate.device.entity.Acknowledgement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was done after a passage was recorded, and how it went: barrier, display, voice. */
@Entity
@Table(name = "passage_act")
public class PassageAct {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "passage_id")
  private long passageId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private Acknowledgement.Outcome outcome;

  private String words;

  @Column(name = "acted_at")
  private Instant at;

  @Column(name = "elapsed_millis")
  private long elapsedMillis;

  protected PassageAct() {}

  public PassageAct(long passageId, Kind kind, Acknowledgement answer) {
    this.passageId = passageId;
    this.kind = kind;
    this.outcome = answer.outcome();
    this.words = answer.words();
    this.at = answer.at();
    this.elapsedMillis = answer.elapsedMillis();
  }

  public Long getId() {
    return id;
  }

  public long getPassageId() {
    return passageId;
  }

  public Kind getKind() {
    return kind;
  }

  public Acknowledgement.Outcome getOutcome() {
    return outcome;
  }

  public String getWords() {
    return words;
  }

  public Instant getAt() {
    return at;
  }

  public long getElapsedMillis() {
    return elapsedMillis;
  }

  /** Which device was told. */
  public enum Kind {
    BARRIER,
    DISPLAY,
    VOICE
  }
}
