package cn.ecogate.alarm.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that needs a person: raised once while it stands, then acknowledged, then over. */
@Entity
@Table(name = "alarm")
public class Alarm {

  /** The administrator's: it climbs no further. */
  public static final int HIGHEST_LEVEL = 3;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  /** What it is about: a lane's, a device's or a platform's id, or a vehicle. */
  private String subject;

  private String sentence;

  @Enumerated(EnumType.STRING)
  private State state;

  /** True until it is over, then null. */
  private Boolean standing;

  private int occurrences;

  @Column(name = "raised_at")
  private Instant raisedAt;

  @Column(name = "last_at")
  private Instant lastAt;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "acknowledged_by")
  private String acknowledgedBy;

  @Column(name = "over_at")
  private Instant overAt;

  @Column(name = "closed_by")
  private String closedBy;

  private String cause;

  @Enumerated(EnumType.ORDINAL)
  private Severity severity;

  /** 1 guard, 2 officer, 3 administrator. */
  private int level;

  @Column(name = "escalated_at")
  private Instant escalatedAt;

  @Column(name = "verdict")
  @Enumerated(EnumType.STRING)
  private Finding finding;

  protected Alarm() {}

  /** One that was never raised, to try a channel with. */
  public static Alarm trial(Instant now) {
    Alarm alarm = new Alarm();
    alarm.id = 0L;
    alarm.kind = Kind.DEVICE_SILENT;
    alarm.subject = "TEST";
    alarm.sentence = "这是一条试发的告警，没有真的发生什么，不用处理。";
    alarm.state = State.RAISED;
    alarm.severity = Severity.NOTICE;
    alarm.level = 1;
    alarm.occurrences = 1;
    alarm.raisedAt = now;
    return alarm;
  }

  /** Nobody has acknowledged it in time. */
  public void climb(int to, Instant at) {
    level = to;
    escalatedAt = at;
  }

  public void acknowledge(String who, Instant at) {
    state = State.ACKNOWLEDGED;
    acknowledgedBy = who;
    acknowledgedAt = at;
  }

  /** A person has dealt with it. */
  public void close(String who, Finding found, String why, Instant at) {
    closedBy = who;
    finding = found;
    cause = why;
    over(State.CLOSED, at);
  }

  /** Its cause is over. */
  public void clear(Instant at) {
    over(State.CLEARED, at);
  }

  private void over(State how, Instant at) {
    state = how;
    standing = null;
    overAt = at;
  }

  public Long getId() {
    return id;
  }

  public Kind getKind() {
    return kind;
  }

  public String getSubject() {
    return subject;
  }

  public String getSentence() {
    return sentence;
  }

  public State getState() {
    return state;
  }

  public boolean isStanding() {
    return standing != null;
  }

  public int getOccurrences() {
    return occurrences;
  }

  public Instant getRaisedAt() {
    return raisedAt;
  }

  public Instant getLastAt() {
    return lastAt;
  }

  /** Null until somebody has acknowledged it. */
  public Instant getAcknowledgedAt() {
    return acknowledgedAt;
  }

  public String getAcknowledgedBy() {
    return acknowledgedBy;
  }

  /** Null while it stands. */
  public Instant getOverAt() {
    return overAt;
  }

  public String getClosedBy() {
    return closedBy;
  }

  /** What the person who closed it found, null otherwise. */
  public String getCause() {
    return cause;
  }

  public Severity getSeverity() {
    return severity;
  }

  /** Whose it is by now: 1 guard, 2 officer, 3 administrator. */
  public int getLevel() {
    return level;
  }

  /** Null while it is still the guard's. */
  public Instant getEscalatedAt() {
    return escalatedAt;
  }

  /** What the person who closed it found it to be, null otherwise. */
  public Finding getFinding() {
    return finding;
  }

  /** How much hurry there is. */
  public enum Severity {
    NOTICE("一般"),
    SERIOUS("重要"),
    URGENT("紧急");

    private final String label;

    Severity(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What it turned out to be. */
  public enum Finding {
    DEALT_WITH("属实，已处理"),
    FALSE_ALARM("误报"),
    DEVICE_FAULT("设备故障，已修复"),
    MAINTENANCE("检修或施工"),
    SOMETHING_ELSE("其他");

    private final String label;

    Finding(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What happened. */
  public enum Kind {
    UNEXPLAINED_LIFT("手动起杆"),
    OPENED_NOT_PASSED("抬杆后无车通过"),
    BARRIER_LOCKED("道闸已锁定"),
    DEVICE_SILENT("设备失联"),
    PROMISE_OVERDUE("承诺备案逾期"),
    EXPLANATION_OVERDUE("道闸说明逾期"),
    MISSED_UPLOAD("漏传"),
    LISTED_VEHICLE("超标车辆到门口"),
    AGAINST_STRATEGY("违反管控策略"),
    SECOND_ENTRANCE("重复入厂"),
    EXIT_WITHOUT_ENTRANCE("出厂无入厂记录"),
    STRATEGY_RECEIVED("平台管控"),
    LIST_CHANGED("名单有变"),
    VIOLATION_RECEIVED("违规通报"),
    LIST_OLD("名单过期"),
    ORDER_IN_WORDS("平台措施待编写规则");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** How far it has been dealt with. */
  public enum State {
    RAISED("未确认"),
    ACKNOWLEDGED("已确认"),
    /** Its cause was over by itself. */
    CLEARED("已恢复"),
    /** A person closed it. */
    CLOSED("已关闭");

    private final String label;

    State(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
