package cn.ecogate.release.entity;

import cn.ecogate.device.entity.Acknowledgement;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.vocabulary.PlateColor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A person's decision to let one recorded passage in, or the request for it, as it stands now; the
 * ledger keeps every step.
 */
@Entity
@Table(name = "vehicle_release")
public class Release {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String number;

  @Column(name = "request_key")
  private String requestKey;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private State state;

  /** True while asked or released, then null. */
  private Boolean standing;

  @Column(name = "lane_id")
  private String laneId;

  @Column(name = "passage_id")
  private long passageId;

  @Column(name = "passage_serial")
  private String passageSerial;

  private String plate;

  @Enumerated(EnumType.STRING)
  @Column(name = "plate_color")
  private PlateColor plateColor;

  @Enumerated(EnumType.STRING)
  private Passage.Outcome verdict;

  private String reasons;

  @Column(name = "passage_photo")
  private String passagePhoto;

  @Enumerated(EnumType.STRING)
  private Cause cause;

  private String words;

  private String photo;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "answered_by")
  private String answeredBy;

  @Column(name = "answered_at")
  private Instant answeredAt;

  private String answer;

  @Enumerated(EnumType.STRING)
  @Column(name = "barrier_outcome")
  private Acknowledgement.Outcome barrierOutcome;

  @Column(name = "barrier_words")
  private String barrierWords;

  @Column(name = "promised_until")
  private Instant promisedUntil;

  @Column(name = "kept_at")
  private Instant keptAt;

  @Column(name = "kept_by")
  private String keptBy;

  @Column(name = "kept_words")
  private String keptWords;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  @Column(name = "ledger_seq")
  private long ledgerSeq;

  @Column(name = "release_seq")
  private Long releaseSeq;

  protected Release() {}

  public Release(
      Kind kind, String requestKey, String number, Passage passage, String why, Instant at) {
    this.kind = kind;
    this.requestKey = requestKey;
    this.number = number;
    this.state = kind == Kind.GUARD ? State.RELEASED : State.ASKED;
    this.standing = true;
    this.laneId = passage.getLaneId();
    this.passageId = passage.getId();
    this.passageSerial = passage.getSerialNo();
    this.plate = passage.getPlate();
    this.plateColor = passage.getPlateColor();
    this.verdict = passage.getOutcome();
    this.passagePhoto = passage.getScenePhoto();
    this.reasons = why;
    this.askedAt = at;
  }

  /** Who asks for it, and what for. */
  public Release asked(String who, Cause forWhat, String inWords, String ownPhoto) {
    this.askedBy = who;
    this.cause = forWhat;
    this.words = inWords;
    this.photo = ownPhoto;
    return this;
  }

  /** When it ends unanswered, and until when the papers will be filed. */
  public Release until(Instant expiry, Instant promise) {
    this.expiresAt = expiry;
    this.promisedUntil = promise;
    return this;
  }

  /** Somebody says yes. */
  public void grant(String who, String inWords, Instant at) {
    state = State.RELEASED;
    answered(who, inWords, at);
  }

  /** It ends without a release; {@code who} is null if nobody did it. */
  public void end(State how, String who, String inWords, Instant at) {
    state = how;
    standing = null;
    answered(who, inWords, at);
  }

  private void answered(String who, String inWords, Instant at) {
    answeredBy = who;
    answer = inWords;
    answeredAt = at;
  }

  public void barrier(Acknowledgement told) {
    barrierOutcome = told.outcome();
    barrierWords = told.words();
  }

  /** The papers are filed; {@code who} is null if the filing was found by itself. */
  public void keepPromise(String who, String how, Instant at) {
    keptBy = who;
    keptWords = how;
    keptAt = at;
  }

  public void remind(Instant at) {
    remindedAt = at;
  }

  public void setLedgerSeq(long seq) {
    this.ledgerSeq = seq;
  }

  public void setReleaseSeq(long seq) {
    this.releaseSeq = seq;
  }

  /** True while somebody may still answer it. */
  public boolean isWaiting() {
    return state == State.ASKED;
  }

  /** True for a granted exemption whose papers are still to be filed. */
  public boolean isPromiseOpen() {
    return state == State.RELEASED && promisedUntil != null && keptAt == null;
  }

  public Long getId() {
    return id;
  }

  public String getNumber() {
    return number;
  }

  public String getRequestKey() {
    return requestKey;
  }

  public Kind getKind() {
    return kind;
  }

  public State getState() {
    return state;
  }

  public String getLaneId() {
    return laneId;
  }

  public long getPassageId() {
    return passageId;
  }

  public String getPassageSerial() {
    return passageSerial;
  }

  public String getPlate() {
    return plate;
  }

  public PlateColor getPlateColor() {
    return plateColor;
  }

  /** What the rules had said. */
  public Passage.Outcome getVerdict() {
    return verdict;
  }

  /** Why the rules did not let it in, as the driver read it. */
  public String getReasons() {
    return reasons;
  }

  public String getPassagePhoto() {
    return passagePhoto;
  }

  public Cause getCause() {
    return cause;
  }

  public String getWords() {
    return words;
  }

  /** Digest of the photo taken beside the passage's own; null if none. */
  public String getPhoto() {
    return photo;
  }

  public String getAskedBy() {
    return askedBy;
  }

  public Instant getAskedAt() {
    return askedAt;
  }

  /** Null for a guard's release. */
  public Instant getExpiresAt() {
    return expiresAt;
  }

  public String getAnsweredBy() {
    return answeredBy;
  }

  public Instant getAnsweredAt() {
    return answeredAt;
  }

  public String getAnswer() {
    return answer;
  }

  /** Null if the barrier was not told, or its answer is not known. */
  public Acknowledgement.Outcome getBarrierOutcome() {
    return barrierOutcome;
  }

  public String getBarrierWords() {
    return barrierWords;
  }

  public Instant getPromisedUntil() {
    return promisedUntil;
  }

  public Instant getKeptAt() {
    return keptAt;
  }

  public String getKeptBy() {
    return keptBy;
  }

  public String getKeptWords() {
    return keptWords;
  }

  public Instant getRemindedAt() {
    return remindedAt;
  }

  public long getLedgerSeq() {
    return ledgerSeq;
  }

  public Long getReleaseSeq() {
    return releaseSeq;
  }

  /** On whose word alone. */
  public enum Kind {
    GUARD("人工放行"),
    EXEMPTION("特批");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How far it has come. */
  public enum State {
    ASKED("待审批"),
    RELEASED("已放行"),
    DECLINED("未批准"),
    WITHDRAWN("已撤回"),
    EXPIRED("已过期"),
    GONE("车辆已离开");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
