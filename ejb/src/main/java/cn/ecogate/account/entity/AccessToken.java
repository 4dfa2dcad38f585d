package cn.ecogate.account.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A handheld's token as it is kept: by the digest of its secret. Never cached: a revoked one is
 * dead at the next call.
 */
@Entity
@Table(name = "access_token")
@Cacheable(false)
public class AccessToken {

  @Id
  @Column(name = "digest")
  private String digest;

  @ManyToOne(optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(name = "device")
  private String device;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "issued_from")
  private String issuedFrom;

  @Column(name = "seen_at")
  private Instant seenAt;

  protected AccessToken() {}

  public AccessToken(
      String digest,
      Account account,
      String device,
      String issuedFrom,
      Instant issuedAt,
      Instant expiresAt) {
    this.digest = digest;
    this.account = account;
    this.device = device;
    this.issuedFrom = issuedFrom;
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
  }

  public boolean validAt(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  public void revoke(Instant at) {
    revokedAt = at;
  }

  public String getDigest() {
    return digest;
  }

  public Account getAccount() {
    return account;
  }

  public String getDevice() {
    return device;
  }

  public Instant getIssuedAt() {
    return issuedAt;
  }

  public Instant getExpiresAt() {
    return expiresAt;
  }

  public void seen(Instant at) {
    seenAt = at;
  }

  /** Null before the first call. */
  public Instant getSeenAt() {
    return seenAt;
  }

  public String getIssuedFrom() {
    return issuedFrom;
  }
}
