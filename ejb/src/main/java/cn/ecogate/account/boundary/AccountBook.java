package cn.ecogate.account.boundary;

import cn.ecogate.account.control.AccountRules;
import cn.ecogate.account.entity.Account;
import cn.ecogate.account.entity.AccountCard;
import cn.ecogate.account.entity.AccountDraft;
import cn.ecogate.account.entity.Role;
import cn.ecogate.account.entity.SignInAttempt;
import cn.ecogate.vocabulary.Rejected;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** By user name; those whose user or name contains the text. */
  public List<AccountCard> cards(String text) {
    Instant now = now();
    Map<String, Instant> locks =
        em.createQuery("SELECT a FROM SignInAttempt a", SignInAttempt.class)
            .getResultStream()
            .filter(attempt -> attempt.lockedAt(now))
            .collect(Collectors.toMap(SignInAttempt::getUser, SignInAttempt::getLockedUntil));
    return em
        .createQuery(
            "SELECT a FROM Account a WHERE LOCATE(:text, a.user) > 0 OR LOCATE(:text, a.name) > 0"
                + " ORDER BY a.user",
            Account.class)
        .setParameter("text", text)
        .getResultList()
        .stream()
        .map(account -> card(account, Optional.ofNullable(locks.get(account.getUser()))))
        .toList();
  }

  public Optional<AccountCard> card(String user) {
    return find(user)
        .map(
            account ->
                card(
                    account,
                    Optional.ofNullable(em.find(SignInAttempt.class, user))
                        .filter(attempt -> attempt.lockedAt(now()))
                        .map(SignInAttempt::getLockedUntil)));
  }

  private static AccountCard card(Account account, Optional<Instant> lockedUntil) {
    return new AccountCard(
        account.getUser(),
        account.getName(),
        account.getPhone() == null ? "" : account.getPhone(),
        account.getRoles(),
        account.isMustChangePassword(),
        Optional.ofNullable(account.getDisabledAt()),
        lockedUntil,
        Optional.ofNullable(account.getLastSignInAt()),
        account.getLastSignInFrom() == null ? "" : account.getLastSignInFrom(),
        account.getOpenedAt(),
        account.getVersion());
  }

  /** Adds an account whose password its user alone knows. */
  public void open(String user, String name, Set<Role> roles, String hash) {
    open(new AccountDraft(user, name, null, roles, 0), hash, false);
  }

  /**
   * Adds an account whose password somebody else knows too, so that its change is the first act.
   */
  public void open(AccountDraft draft, String hash) {
    open(draft, hash, true);
  }

  private void open(AccountDraft draft, String hash, boolean known) {
    Instant now = now();
    Account account = new Account(draft.user(), draft.name().strip(), draft.roles(), now);
    account.keep(draft.name().strip(), phone(draft), draft.roles());
    account.setPassword(hash, known, now);
    em.persist(account);
    audit.write(
        "account-opened",
        draft.user(),
        text ->
            text.line("name", account.getName())
                .line("phone", AccountRules.masked(account.getPhone()))
                .line("roles", AccountRules.roles(draft.roles())));
  }

  /** {@code Rejected("stale-edit")} if somebody else has changed it meanwhile. */
  public void change(AccountDraft draft) {
    lockAdministrators();
    Account account = known(draft.user());
    if (account.getVersion() != draft.version()) {
      throw new Rejected("stale-edit", "", "这个账户在您编辑期间已被他人修改，请重新打开，核对后再改。");
    }
    Set<Role> before = account.getRoles();
    if (before.contains(Role.ADMINISTRATOR) && !draft.roles().contains(Role.ADMINISTRATOR)) {
      AccountRules.checkAdministratorLeft(otherAdministrators(draft.user()));
    }
    String name = draft.name().strip();
    if (before.equals(draft.roles())
        && name.equals(account.getName())
        && Objects.equals(phone(draft), account.getPhone())) {
      return;
    }
    String nameBefore = account.getName();
    String phoneBefore = account.getPhone();
    account.keep(name, phone(draft), draft.roles());
    em.flush();
    audit.write(
        "account-changed",
        draft.user(),
        text ->
            text.line("before-name", nameBefore)
                .line("before-phone", AccountRules.masked(phoneBefore))
                .line("before-roles", AccountRules.roles(before))
                .line("after-name", name)
                .line("after-phone", AccountRules.masked(account.getPhone()))
                .line("after-roles", AccountRules.roles(draft.roles())));
  }

  /** Every way in is closed. */
  public void disable(String user) {
    lockAdministrators();
    Account account = known(user);
    if (account.isEnabled()) {
      if (account.getRoles().contains(Role.ADMINISTRATOR)) {
        AccountRules.checkAdministratorLeft(otherAdministrators(user));
      }
      Instant now = now();
      account.disable(now);
      int tokens = revokeTokens(account, now);
      int sessions =
          em.createQuery(
                  "UPDATE WebSession s SET s.endedAt = :now"
                      + " WHERE s.account = :account AND s.endedAt IS NULL")
              .setParameter("now", now)
              .setParameter("account", account)
              .executeUpdate();
      em.flush();
      audit.write(
          "account-disabled",
          user,
          text ->
              text.line("before-enabled", true)
                  .line("after-enabled", false)
                  .line("tokens-revoked", tokens)
                  .line("sessions-ended", sessions));
    }
  }

  public void enable(String user) {
    Account account = known(user);
    if (!account.isEnabled()) {
      account.disable(null);
      em.flush();
      audit.write(
          "account-enabled",
          user,
          text -> text.line("before-enabled", false).line("after-enabled", true));
    }
  }

  /** The user's own change: tokens are revoked, {@link PasswordChanged} is fired. */
  public void changePassword(String user, String hash) {
    setPassword(locked(user), hash, false, "password-changed");
  }

  /** The administrator's: known to two, so that its change is the first act. */
  public void resetPassword(String user, String hash) {
    setPassword(known(user), hash, true, "password-reset");
  }

  private void setPassword(Account account, String hash, boolean known, String act) {
    Instant now = now();
    account.setPassword(hash, known, now);
    int revoked = revokeTokens(account, now);
    passwordChanged.fire(new PasswordChanged(account.getUser(), now));
    em.flush();
    audit.write(act, account.getUser(), text -> text.line("tokens-revoked", revoked));
  }

  private int revokeTokens(Account account, Instant now) {
    return em.createQuery(
            "UPDATE AccessToken t SET t.revokedAt = :now"
                + " WHERE t.account = :account AND t.revokedAt IS NULL")
        .setParameter("now", now)
        .setParameter("account", account)
        .executeUpdate();
  }

  /** A first password in place of one that was never used and is lost. */
  public void replaceFirstPassword(String user, String hash) {
    Account account = locked(user);
    account.setPassword(hash, true, now());
    audit.write("first-password-replaced", user, text -> text);
  }

  /** Nothing happens if the name is not locked. */
  public void unlock(String user) {
    Account account = known(user);
    int forgotten =
        em.createQuery("DELETE FROM SignInAttempt a WHERE a.user = :user")
            .setParameter("user", account.getUser())
            .executeUpdate();
    if (forgotten > 0) {
      audit.write("sign-in-unlocked", user, text -> text);
    }
  }

  /** Two administrators who take the role from each other at once come one after the other. */
  private void lockAdministrators() {
    em.createNativeQuery("SELECT account_id FROM account_role WHERE role = ?1 FOR UPDATE")
        .setParameter(1, Role.ADMINISTRATOR.name())
        .getResultList();
  }

  private long otherAdministrators(String user) {
    return em.createQuery(
            "SELECT COUNT(a) FROM Account a"
                + " WHERE :role MEMBER OF a.roles AND a.disabledAt IS NULL AND a.user <> :user",
            Long.class)
        .setParameter("role", Role.ADMINISTRATOR)
        .setParameter("user", user)
        .getSingleResult();
  }

  private static String phone(AccountDraft draft) {
    return draft.phone() == null || draft.phone().isBlank() ? null : draft.phone().strip();
  }

  private Account known(String user) {
    if (find(user).isEmpty()) {
      throw new Rejected("not-found", "", "没有用户 " + user + "，请刷新列表。");
    }
    return locked(user);
  }

  private Account locked(String user) {
    Account account = find(user).orElseThrow();
    em.refresh(account, LockModeType.PESSIMISTIC_WRITE);
    return account;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
