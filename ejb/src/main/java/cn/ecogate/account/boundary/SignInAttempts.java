package cn.ecogate.account.boundary;

import cn.ecogate.account.control.LockPlan;
import cn.ecogate.account.entity.SignInAttempt;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Counts sign-ins by name and locks a name that fails too often, known or not. A try is counted
 * before its password is checked, so that a hundred at once are still a hundred.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInAttempts {

  private static final Logger LOG = System.getLogger(SignInAttempts.class.getName());

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Counts one try; {@code Rejected("sign-in-locked")} if the name is locked. Returns until when it
   * is locked from now on if this try fails.
   */
  public Optional<Instant> begin(String user) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Timestamp forgotten = Timestamp.from(now.minus(LockPlan.MEMORY));
    em.createNativeQuery(
            "INSERT INTO sign_in_attempt (user_name, attempts, last_at) VALUES (?1, 1, ?2)"
                + " ON DUPLICATE KEY UPDATE attempts = IF(last_at < ?3, 1, attempts + 1),"
                + " last_at = VALUES(last_at)")
        .setParameter(1, user)
        .setParameter(2, Timestamp.from(now))
        .setParameter(3, forgotten)
        .executeUpdate();
    SignInAttempt attempt = em.find(SignInAttempt.class, user);
    em.refresh(attempt);
    if (attempt.lockedAt(now)) {
      long minutes = Duration.between(now, attempt.getLockedUntil()).toMinutes() + 1;
      throw new Rejected("sign-in-locked", "user", "登录失败次数过多，请约 " + minutes + " 分钟后再试。");
    }
    Optional<Instant> until = LockPlan.lockedUntil(attempt.getAttempts(), now);
    until.ifPresent(attempt::lock);
    return until;
  }

  public void succeeded(String user) {
    em.createQuery("DELETE FROM SignInAttempt a WHERE a.user = :user")
        .setParameter("user", user)
        .executeUpdate();
  }

  /** The try that was counted as locking did fail. */
  public void locked(String user, boolean known, Instant until) {
    LOG.log(
        Level.WARNING,
        "Sign-in of \"{0}\" failed too often; the name is locked until {1} and opens by itself.",
        user,
        until);
    if (known) {
      audit.write("sign-in-locked", user, text -> text.line("until", until));
    }
    em.createQuery("DELETE FROM SignInAttempt a WHERE a.lastAt < :forgotten")
        .setParameter("forgotten", clock.instant().minus(LockPlan.MEMORY))
        .executeUpdate();
  }
}
