package cn.ecogate.account.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What somebody did, as the search finds it; the ledger entry of that number is the proof. */
@Entity
@Table(name = "audit_line")
@Cacheable(false)
public class AuditLine {

  @Id private long seq;

  private String kind;

  private String act;

  private String who;

  private String place;

  private String subject;

  private Instant at;

  protected AuditLine() {}

  public long getSeq() {
    return seq;
  }

  public String getKind() {
    return kind;
  }

  public String getAct() {
    return act;
  }

  /** Null if the house acted by itself. */
  public String getWho() {
    return who;
  }

  /** The network address, null if nobody called. */
  public String getPlace() {
    return place;
  }

  public String getSubject() {
    return subject;
  }

  public Instant getAt() {
    return at;
  }
}
