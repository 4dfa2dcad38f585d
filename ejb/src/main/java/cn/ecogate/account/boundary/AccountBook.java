package cn.ecogate.account.boundary;

import cn.ecogate.account.entity.Account;
import cn.ecogate.account.entity.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts as rows: short transactions only. The slow hashing happens before them, in {@link
 * Accounts}.
 */
@Stateless
@PermitAll
public class AccountBook {

  @PersistenceContext(unitName = "ecogate")
  EntityManager em;

  @Inject AuditTrail audit;
  @Inject Event<PasswordChanged> passwordChanged;
  @Inject Clock clock;

  public Optional<Account> find(String user) {
    return em.createQuery("SELECT a FROM Account a WHERE a.user = :user", Account.class)
        .setParameter("user", user)
        .getResultStream()
        .findFirst();
  }

  public boolean hasAdministrator() {
    return em.createQuery(
                "SELECT COUNT(a) FROM Account a WHERE :role MEMBER OF a.roles", Long.class)
            .setParameter("role", Role.ADMINISTRATOR)
            .getSingleResult()
        > 0;
  }

  /**
   * Adds an account.
   *
   * @param known true if the password is known to others, so that its change is the first act
   */
  public void open(String user, String name, Set<Role> roles, String hash, boolean known) {
    Instant now = now();
    Account account = new Account(user, name, roles, now);
    account.setPassword(hash, known, now);
    em.persist(account);
    audit.write(
        "account-opened",
        user,
        text ->
            text.line("name", name)
                .line(
                    "roles",
                    roles.stream().map(Role::roleName).sorted().collect(Collectors.joining(","))));
  }

  /** The user's own change: tokens are revoked, {@link PasswordChanged} is fired. */
  public void changePassword(String user, String hash) {
    Instant now = now();
    Account account = locked(user);
    account.setPassword(hash, false, now);
    int revoked =
        em.createQuery(
                "UPDATE AccessToken t SET t.revokedAt = :now"
                    + " WHERE t.account = :account AND t.revokedAt IS NULL")
            .setParameter("now", now)
            .setParameter("account", account)
            .executeUpdate();
    audit.write("password-changed", user, text -> text.line("tokens-revoked", revoked));
    passwordChanged.fire(new PasswordChanged(user, now));
  }

  /** A first password in place of one that was never used and is lost. */
  public void replaceFirstPassword(String user, String hash) {
    Account account = locked(user);
    account.setPassword(hash, true, now());
    audit.write("first-password-replaced", user, text -> text);
  }

  private Account locked(String user) {
    Account account = find(user).orElseThrow();
    em.lock(account, LockModeType.PESSIMISTIC_WRITE);
    return account;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
