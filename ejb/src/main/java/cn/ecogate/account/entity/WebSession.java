package cn.ecogate.account.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A browser that was let in. Never cached: an ended one is over at the next request. */
@Entity
@Table(name = "web_session")
@Cacheable(false)
public class WebSession {

  @Id private String id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "begun_from")
  private String begunFrom;

  private String agent;

  @Column(name = "seen_at")
  private Instant seenAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected WebSession() {}

  public WebSession(String id, Account account, String from, String agent, Instant at) {
    this.id = id;
    this.account = account;
    this.begunFrom = from;
    this.agent = agent;
    this.begunAt = at;
    this.seenAt = at;
  }

  public boolean open() {
    return endedAt == null;
  }

  public void seen(Instant at) {
    seenAt = at;
  }

  public void end(Instant at) {
    endedAt = at;
  }

  public String getId() {
    return id;
  }

  public Account getAccount() {
    return account;
  }

  public Instant getBegunAt() {
    return begunAt;
  }

  public String getBegunFrom() {
    return begunFrom;
  }

  public String getAgent() {
    return agent;
  }

  public Instant getSeenAt() {
    return seenAt;
  }
}
