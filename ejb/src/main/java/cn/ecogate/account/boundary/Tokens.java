package cn.ecogate.account.boundary;

import cn.ecogate.account.control.TokenSecret;
import cn.ecogate.account.entity.AccessToken;
import cn.ecogate.account.entity.Account;
import cn.ecogate.account.entity.IssuedToken;
import cn.ecogate.account.entity.Person;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bearer tokens of handhelds: issued per user and device, revocable at once. */
@Stateless
@PermitAll
public class Tokens {

  private static final int DEVICE_LENGTH = 80;

  /** Dead tokens are kept that long for questions, then dropped; the ledger keeps their story. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject AccountBook book;
  @Inject CallerTrace trace;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** ISO-8601. A shift and its hand-over. */
  @Inject
  @ConfigProperty(name = "ecogate.token-lifetime", defaultValue = "PT12H")
  Duration lifetime;

  /**
   * Issues a token; an older one of the same user and device is revoked. {@code
   * Rejected("password-change-required")} while the first password still holds.
   */
  public IssuedToken issue(Person person, String device) {
    if (device == null || device.isBlank() || device.length() > DEVICE_LENGTH) {
      throw new Rejected("device-shape", "device", "请填写设备名称，最多 " + DEVICE_LENGTH + " 个字符。");
    }
    Account account = book.find(person.user()).orElseThrow();
    em.lock(account, LockModeType.PESSIMISTIC_WRITE);
    if (account.isMustChangePassword()) {
      throw new Rejected("password-change-required", "", "首次使用请先在管理后台登录并修改密码。");
    }
    Instant now = now();
    living(account, device.strip(), now).forEach(token -> revoke(token, "replaced", now));
    em.createQuery("DELETE FROM AccessToken t WHERE t.account = :account AND t.expiresAt < :long")
        .setParameter("account", account)
        .setParameter("long", now.minus(KEPT))
        .executeUpdate();
    String secret = TokenSecret.random();
    Instant expires = now.plus(lifetime);
    em.persist(
        new AccessToken(
            TokenSecret.digest(secret), account, device.strip(), trace.address(), now, expires));
    account.signedIn(now, trace.address());
    audit.write(
        "token-issued",
        account.getUser(),
        text -> text.line("device", device.strip()).line("expires", expires));
    return new IssuedToken(secret, expires);
  }

  /**
   * The person behind a token's secret, empty if it is unknown, expired or revoked. Asked at every
   * call.
   */
  public Optional<Person> holder(String secret) {
    Optional<AccessToken> token = kept(secret).filter(living -> living.getAccount().isEnabled());
    token.ifPresent(this::seen);
    return token.map(living -> living.getAccount().person());
  }

  /** The name of the handheld that has the token. */
  public Optional<String> device(String secret) {
    return kept(secret).map(AccessToken::getDevice);
  }

  /** Calls come by the second; the last one is noted once a minute. */
  private void seen(AccessToken token) {
    Instant now = now();
    if (token.getSeenAt() == null || token.getSeenAt().plus(NOTED_EVERY).isBefore(now)) {
      token.seen(now);
    }
  }

  public void revoke(String secret) {
    kept(secret).ifPresent(token -> revoke(token, "signed-out", now()));
  }

  private Optional<AccessToken> kept(String secret) {
    Instant now = now();
    return Optional.ofNullable(em.find(AccessToken.class, TokenSecret.digest(secret)))
        .filter(token -> token.validAt(now));
  }

  private List<AccessToken> living(Account account, String device, Instant now) {
    return em.createQuery(
            "SELECT t FROM AccessToken t WHERE t.account = :account AND t.device = :device"
                + " AND t.revokedAt IS NULL AND t.expiresAt > :now",
            AccessToken.class)
        .setParameter("account", account)
        .setParameter("device", device)
        .setParameter("now", now)
        .getResultList();
  }

  private void revoke(AccessToken token, String why, Instant now) {
    token.revoke(now);
    audit.write(
        "token-revoked",
        token.getAccount().getUser(),
        text -> text.line("device", token.getDevice()).line("why", why));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
