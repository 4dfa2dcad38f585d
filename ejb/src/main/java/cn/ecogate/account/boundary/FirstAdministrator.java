package cn.ecogate.account.boundary;

import cn.ecogate.account.control.FirstPassword;
import cn.ecogate.account.control.PasswordHash;
import cn.ecogate.account.entity.Account;
import cn.ecogate.account.entity.AccountDraft;
import cn.ecogate.account.entity.Role;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that an empty house can be entered: opens {@code admin} and lays the first password
 * into a file that only the server's own user can read, until the administrator has changed it.
 */
@Singleton
@Startup
@DependsOn("SchemaKeeper")
@PermitAll
public class FirstAdministrator {

  static final String USER = "admin";

  private static final Logger LOG = System.getLogger(FirstAdministrator.class.getName());

  @Inject AccountBook book;

  @Inject FirstPasswordFile file;

  PasswordHash hashes = new PasswordHash(PasswordHash.RECOMMENDED_ITERATIONS);

  /** The file comes before the row: a password that is kept nowhere would lock everybody out. */
  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void start() {
    Optional<Account> admin = book.find(USER);
    if (!book.hasAdministrator()) {
      String password = FirstPassword.random();
      file.write(password);
      book.open(
          new AccountDraft(USER, "系统管理员", null, Set.of(Role.ADMINISTRATOR), 0),
          hashes.of(password));
      LOG.log(
          Level.INFO,
          "First start: the account \"{0}\" is open. Its password is in {1} and must be changed at"
              + " the first sign-in.",
          USER,
          file.path());
    } else if (admin.isPresent() && !admin.get().isMustChangePassword()) {
      file.remove();
    } else if (admin.isPresent() && !hashes.fits(file.read(), admin.get().getPasswordHash())) {
      String password = FirstPassword.random();
      file.write(password);
      book.replaceFirstPassword(USER, hashes.of(password));
      LOG.log(
          Level.WARNING,
          "The first password of \"{0}\" was never changed and its file was lost or altered; a new"
              + " one is in {1}.",
          USER,
          file.path());
    }
  }
}
