package cn.ecogate.alarm.entity;

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

/** One change of an alarm that one channel has to be told, once. */
@Entity
@Table(name = "alarm_notice")
@Cacheable(false)
public class AlarmNotice {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "alarm_id")
  private long alarmId;

  @Column(name = "channel_id")
  private long channelId;

  @Enumerated(EnumType.STRING)
  private Event event;

  @Enumerated(EnumType.STRING)
  private State state;

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

  private String answer;

  protected AlarmNotice() {}

  public void claim(String node, Instant until) {
    state = State.CLAIMED;
    claimedBy = node;
    claimedUntil = until;
    tries++;
  }

  /** The channel has it. */
  public void told(String words, Instant at) {
    over(State.TOLD, words, at);
  }

  /** Nobody will try again. */
  public void givenUp(String words, Instant at) {
    over(State.GIVEN_UP, words, at);
  }

  /** It has to wait for that moment; this was no try. */
  public void hold(String why, Instant until) {
    state = State.WAITING;
    answer = why;
    nextTryAt = until;
    claimedBy = null;
  }

  public void again(String words, Instant next) {
    state = State.WAITING;
    answer = words;
    nextTryAt = next;
    claimedBy = null;
  }

  private void over(State how, String words, Instant at) {
    state = how;
    answer = words;
    settledAt = at;
    claimedBy = null;
  }

  public boolean heldBy(String node) {
    return state == State.CLAIMED && node.equals(claimedBy);
  }

  public Long getId() {
    return id;
  }

  public long getAlarmId() {
    return alarmId;
  }

  public long getChannelId() {
    return channelId;
  }

  public Event getEvent() {
    return event;
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

  public Instant getNextTryAt() {
    return nextTryAt;
  }

  /** Null until it is settled. */
  public Instant getSettledAt() {
    return settledAt;
  }

  public String getAnswer() {
    return answer;
  }

  /** What changed. */
  public enum Event {
    RAISED("新告警"),
    LEVEL_2("无人确认，已升级至环保专员"),
    LEVEL_3("无人确认，已升级至管理员"),
    ACKNOWLEDGED("已确认"),
    CLOSED("已关闭"),
    CLEARED("已恢复");

    private final String label;

    Event(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public static Event climbedTo(int level) {
      return level == 2 ? LEVEL_2 : LEVEL_3;
    }
  }

  /** How far it has got. */
  public enum State {
    WAITING,
    CLAIMED,
    TOLD,
    GIVEN_UP
  }
}
