package cn.ecogate.account.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How often somebody has tried a name in a row, whether or not an account has it. */
@Entity
@Table(name = "sign_in_attempt")
@Cacheable(false)
public class SignInAttempt {

  @Id
  @Column(name = "user_name")
  private String user;

  @Column(name = "attempts")
  private int attempts;

  @Column(name = "last_at")
  private Instant lastAt;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  protected SignInAttempt() {}

  public boolean lockedAt(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  public String getUser() {
    return user;
  }

  public int getAttempts() {
    return attempts;
  }

  public Instant getLastAt() {
    return lastAt;
  }

  public Instant getLockedUntil() {
    return lockedUntil;
  }

  public void lock(Instant until) {
    lockedUntil = until;
  }
}
