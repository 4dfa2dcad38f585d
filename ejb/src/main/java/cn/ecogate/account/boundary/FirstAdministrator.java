package cn.ecogate.account.boundary;

import cn.ecogate.account.control.FirstPassword;
import cn.ecogate.account.control.PasswordHash;
import cn.ecogate.account.entity.Account;
import cn.ecogate.account.entity.Role;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
  static final String FILE = "initial-admin-password";

  private static final Logger LOG = System.getLogger(FirstAdministrator.class.getName());

  @EJB AccountBook book;

  @Inject
  @ConfigProperty(name = "ecogate.data-dir")
  String dataDir;

  PasswordHash hashes = new PasswordHash(PasswordHash.RECOMMENDED_ITERATIONS);

  /** The file comes before the row: a password that is kept nowhere would lock everybody out. */
  @PostConstruct
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void start() {
    Optional<Account> admin = book.find(USER);
    if (!book.hasAdministrator()) {
      String password = FirstPassword.random();
      write(password);
      book.open(USER, "系统管理员", Set.of(Role.ADMINISTRATOR), hashes.of(password), true);
      LOG.log(
          Level.INFO,
          "First start: the account \"{0}\" is open. Its password is in {1} and must be changed at"
              + " the first sign-in.",
          USER,
          file());
    } else if (admin.isPresent() && !admin.get().isMustChangePassword()) {
      remove();
    } else if (admin.isPresent() && !fileFits(admin.get())) {
      String password = FirstPassword.random();
      write(password);
      book.replaceFirstPassword(USER, hashes.of(password));
      LOG.log(
          Level.WARNING,
          "The first password of \"{0}\" was never changed and its file was lost or altered; a new"
              + " one is in {1}.",
          USER,
          file());
    }
  }

  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void passwordChanged(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) PasswordChanged change) {
    if (USER.equals(change.user())) {
      remove();
    }
  }

  private Path file() {
    return Path.of(dataDir, FILE);
  }

  private boolean fileFits(Account admin) {
    try {
      return Files.exists(file())
          && hashes.fits(Files.readString(file()).strip(), admin.getPasswordHash());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file(), e);
    }
  }

  /** Born with mode 0600 where the file system knows modes, complete before it has its name. */
  private void write(String password) {
    try {
      Path folder = Files.createDirectories(Path.of(dataDir));
      Path draft = Files.createTempFile(folder, FILE, ".draft");
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(
          draft, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the first password to " + file(), e);
    }
  }

  private void remove() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "The used first password cannot be removed; delete " + file() + " by hand.",
          e);
    }
  }
}
