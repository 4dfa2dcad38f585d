package cn.ecogate.uplink.entity;

import cn.ecogate.uplink.entity.Dispatch.State;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A dispatch as it is kept: the queue's row, with the claim on it. Written in the record's own
 * transaction, never deleted; {@link Dispatch} is what people see of it.
 */
@Entity
@Cacheable(false)
@Table(name = "dispatch")
public class OutboxRow {

  private static final int LONGEST_ANSWER = 1000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "platform_id")
  private String platformId;

  @Column(name = "idempotency_key")
  private String key;

  @Column(name = "ledger_seq")
  private long ledgerSeq;

  private String subject;

  @Enumerated(EnumType.STRING)
  private RecordKind kind;

  private String gate;

  private Boolean complete;

  private String missing;

  @Column(name = "correction_seq")
  private Long correctionSeq;

  @Column(name = "vehicle")
  private String vehicle;

  @Column(name = "through_id")
  private String throughId;

  @Column(name = "lane")
  private String lane;

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  private State state;

  @Column(name = "backlog")
  private boolean backlog;

  @Column(name = "tries")
  private int tries;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  @Column(name = "claimed_by")
  private String claimedBy;

  @Column(name = "claimed_until")
  private Instant claimedUntil;

  @Column(name = "settled_at")
  private Instant settledAt;

  @Column(name = "answer")
  private String answer;

  public void claim(String by, Instant until) {
    state = State.CLAIMED;
    claimedBy = by;
    claimedUntil = until;
  }

  /** Back into the queue as if it had not been claimed. */
  public void giveBack() {
    state = State.WAITING;
    claimedBy = null;
    claimedUntil = null;
  }

  public boolean isClaimedBy(String node) {
    return state == State.CLAIMED && node.equals(claimedBy);
  }

  public void accepted(Instant at, String words) {
    settle(State.ACCEPTED, at, words);
  }

  public void blocked(Instant at, String words) {
    settle(State.BLOCKED, at, words);
  }

  private void settle(State settled, Instant at, String words) {
    giveBack();
    tries++;
    state = settled;
    settledAt = at;
    answer = cut(words);
  }

  public void tryAgain(Instant next, String words) {
    giveBack();
    tries++;
    nextTryAt = next;
    answer = cut(words);
  }

  /** Not tried: another record has to be there first. */
  public void postpone(Instant next, String words) {
    giveBack();
    nextTryAt = next;
    answer = cut(words);
  }

  /** What the platform calls it. */
  public void numbered(String number) {
    throughId = number;
  }

  /** A person has put the cause right: the counting starts anew. */
  public void release(Instant now) {
    giveBack();
    tries = 0;
    settledAt = null;
    nextTryAt = now;
  }

  /** The platform said it had it, and does not: it goes again. */
  public void missed(Instant now, String words) {
    release(now);
    answer = cut(words);
  }

  public void wake(Instant now) {
    nextTryAt = now;
  }

  public void becomeBacklog() {
    backlog = true;
  }

  public boolean isBacklog() {
    return backlog;
  }

  public Dispatch dispatch() {
    return new Dispatch(
        id,
        platformId,
        key,
        kind,
        ledgerSeq,
        subject,
        gate,
        missing == null ? List.of() : List.of(missing.split(",")),
        state,
        tries,
        createdAt,
        nextTryAt,
        Optional.ofNullable(settledAt),
        Optional.ofNullable(answer));
  }

  public Long getId() {
    return id;
  }

  public String getPlatformId() {
    return platformId;
  }

  public long getLedgerSeq() {
    return ledgerSeq;
  }

  /** The idempotency key. */
  public String getKey() {
    return key;
  }

  public String getSubject() {
    return subject;
  }

  public RecordKind getKind() {
    return kind;
  }

  /** Empty unless a person said what is sent instead of what was recorded. */
  public OptionalLong correctionSeq() {
    return correctionSeq == null ? OptionalLong.empty() : OptionalLong.of(correctionSeq);
  }

  /** That entry says what is sent from now on; what is still missing then. */
  public void correct(long entry, List<String> stillMissing) {
    correctionSeq = entry;
    complete = stillMissing.isEmpty();
    missing = stillMissing.isEmpty() ? null : String.join(",", stillMissing);
  }

  /** Plate and colour of a passage's vehicle; null for what is no passage of a read plate. */
  public String getVehicle() {
    return vehicle;
  }

  public Optional<String> throughId() {
    return Optional.ofNullable(throughId);
  }

  public String getLane() {
    return lane;
  }

  public State getState() {
    return state;
  }

  public int getTries() {
    return tries;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public Instant getClaimedUntil() {
    return claimedUntil;
  }

  public Instant getNextTryAt() {
    return nextTryAt;
  }

  private static String cut(String words) {
    return words.length() <= LONGEST_ANSWER ? words : words.substring(0, LONGEST_ANSWER);
  }
}
