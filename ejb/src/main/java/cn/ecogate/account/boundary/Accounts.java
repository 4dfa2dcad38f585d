package cn.ecogate.account.boundary;

import cn.ecogate.account.control.AccountRules;
import cn.ecogate.account.control.PasswordHash;
import cn.ecogate.account.control.PasswordRules;
import cn.ecogate.account.entity.Account;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import cn.ecogate.account.entity.Standing;
import cn.ecogate.vocabulary.Rejected;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Who may come in, and with which password. Open to everybody, since nobody is anybody before the
 * sign-in; what it changes needs the old password.
 */
@Stateless
@PermitAll
public class Accounts {

  /** Hashing is slow on purpose; a flood of sign-ins must not take the gates' processors. */
  private static final Semaphore HASHING =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  private static final int PATIENCE_SECONDS = 10;

  @Inject AccountBook book;
  @Inject SignInAttempts attempts;

  PasswordHash hashes = new PasswordHash(PasswordHash.RECOMMENDED_ITERATIONS);

  /**
   * The person if user and password fit, else empty; takes the same time either way. {@code
   * Rejected("sign-in-locked")} after too many failures in a row, {@code
   * Rejected("account-disabled")} to somebody who knows the password of such an account.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Person> signIn(String user, String password) {
    Optional<Account> account = proven(user, password);
    if (account.filter(found -> !found.isEnabled()).isPresent()) {
      throw new Rejected("account-disabled", "", "这个账户已停用，请联系管理员。");
    }
    return account.map(Account::person);
  }

  public Optional<Person> person(String user) {
    return standing(user).map(Standing::person);
  }

  /** The person and since when the password holds. Asked at every request of a session. */
  public Optional<Standing> standing(String user) {
    return book.find(tidy(user))
        .filter(Account::isEnabled)
        .map(account -> new Standing(account.person(), account.getPasswordChangedAt()));
  }

  /**
   * Replaces the user's own password; {@code Rejected} if the old one is wrong or the new one too
   * weak. The user's tokens and other sessions end.
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void changePassword(String user, String oldPassword, String newPassword) {
    String name = tidy(user);
    PasswordRules.check(name, newPassword, "newPassword");
    if (proven(name, oldPassword).isEmpty()) {
      throw new Rejected("password-wrong", "oldPassword", "原密码不正确。");
    }
    PasswordRules.checkChanged(oldPassword, newPassword, "newPassword");
    book.changePassword(name, hashing(() -> hashes.of(newPassword)));
  }

  /** Opens an account; {@code Rejected} if the user name is taken or unfit, or the password is. */
  public void open(String user, String name, Set<Role> roles, String password) {
    AccountRules.checkUser(user);
    AccountRules.check(name, null, roles);
    PasswordRules.check(user, password, "password");
    if (book.find(user).isPresent()) {
      throw new Rejected("user-taken", "user", "用户名 " + user + " 已被使用。");
    }
    book.open(user, name.strip(), roles, hashing(() -> hashes.of(password)));
  }

  /** For a password that was made here. */
  public String hash(String password) {
    return hashing(() -> hashes.of(password));
  }

  private Optional<Account> proven(String user, String password) {
    String name = tidy(user);
    boolean possible = AccountRules.USER.matcher(name).matches();
    Optional<Instant> lock = possible ? attempts.begin(name) : Optional.empty();
    Optional<Account> account = possible ? book.find(name) : Optional.empty();
    String hash = account.map(Account::getPasswordHash).orElse(hashes.nobodys());
    String offered = password == null ? "" : shortened(password);
    boolean fits = hashing(() -> hashes.fits(offered, hash));
    if (fits && account.isPresent()) {
      attempts.succeeded(name);
      return account;
    }
    lock.ifPresent(until -> attempts.locked(name, account.isPresent(), until));
    return Optional.empty();
  }

  /** No password is longer, so the rest of an endless one need not be looked at. */
  private static String shortened(String password) {
    return password.substring(0, Math.min(password.length(), PasswordRules.LONGEST + 1));
  }

  private static String tidy(String user) {
    return user == null ? "" : user.strip().toLowerCase(Locale.ROOT);
  }

  private static <T> T hashing(Supplier<T> work) {
    try {
      if (!HASHING.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Rejected("sign-in-busy", "", "当前登录人数过多，请稍后再试。");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to check a password", e);
    }
    try {
      return work.get();
    } finally {
      HASHING.release();
    }
  }
}
