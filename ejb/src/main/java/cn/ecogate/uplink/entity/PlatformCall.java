package cn.ecogate.uplink.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A call as it is kept for 24 months: enough to prove what was sent, when, and what came back. */
@Entity
@Cacheable(false)
@Table(name = "platform_call")
public class PlatformCall {

  private static final int LONGEST_ANSWER = 2000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "platform_id")
  private String platformId;

  @Column(name = "dispatch_id")
  private Long dispatchId;

  @Enumerated(EnumType.STRING)
  private CallMade.Purpose purpose;

  private String endpoint;

  @Column(name = "try_no")
  private int tryNo;

  @Column(name = "called_at")
  private Instant at;

  private int millis;

  @Column(name = "request_digest")
  private String requestDigest;

  @Column(name = "request_bytes")
  private int requestBytes;

  @Column(name = "http_status")
  private int status;

  @Enumerated(EnumType.STRING)
  private CallMade.Ending ending;

  private String answer;

  /** For the persistence provider. */
  protected PlatformCall() {}

  /**
   * As it was made.
   *
   * @param dispatchId null for a heartbeat
   * @param tryNo which try of the record it belongs to, from 1
   */
  public PlatformCall(String platformId, Long dispatchId, int tryNo, CallMade made) {
    this.platformId = platformId;
    this.dispatchId = dispatchId;
    this.purpose = made.purpose();
    this.endpoint = made.endpoint();
    this.tryNo = tryNo;
    this.at = made.at();
    this.millis = (int) Math.min(made.took().toMillis(), Integer.MAX_VALUE);
    this.requestDigest = made.requestDigest();
    this.requestBytes = made.requestBytes();
    this.status = made.status();
    this.ending = made.ending();
    this.answer =
        made.answer().length() <= LONGEST_ANSWER
            ? made.answer()
            : made.answer().substring(0, LONGEST_ANSWER - 1) + "…";
  }

  /** A call that was to be made when its node died. */
  public static PlatformCall lost(OutboxRow row, Instant noticed) {
    return new PlatformCall(
        row.getPlatformId(),
        row.getId(),
        row.getTries() + 1,
        new CallMade(
            CallMade.Purpose.RECORD,
            "",
            noticed,
            Duration.ZERO,
            "",
            0,
            0,
            CallMade.Ending.UNKNOWN,
            "程序在发出与记账之间中断，不知平台是否收到；以同一编号重发。"));
  }

  public Long getId() {
    return id;
  }

  public CallMade.Purpose getPurpose() {
    return purpose;
  }

  public String getEndpoint() {
    return endpoint;
  }

  public int getTryNo() {
    return tryNo;
  }

  public Instant getAt() {
    return at;
  }

  public int getMillis() {
    return millis;
  }

  public String getRequestDigest() {
    return requestDigest;
  }

  public int getRequestBytes() {
    return requestBytes;
  }

  /** 0 without an answer. */
  public int getStatus() {
    return status;
  }

  public CallMade.Ending getEnding() {
    return ending;
  }

  public String getAnswer() {
    return answer;
  }
}
