package cn.ecogate.account.boundary;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the first administrator's password lies until it has been changed. No enterprise bean: one
 * that suspends the transaction cannot be called after its commit.
 */
@ApplicationScoped
public class FirstPasswordFile {

  static final String NAME = "initial-admin-password";

  private static final Logger LOG = System.getLogger(FirstPasswordFile.class.getName());

  @Inject
  @ConfigProperty(name = "ecogate.data-dir")
  String dataDir;

  Path path() {
    return Path.of(dataDir, NAME);
  }

  /** Born with mode 0600 where the file system knows modes, complete before it has its name. */
  void write(String password) {
    try {
      Path folder = Files.createDirectories(Path.of(dataDir));
      Path draft = Files.createTempFile(folder, NAME, ".draft");
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(
          draft, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the first password to " + path(), e);
    }
  }

  /** What stands in it, empty if there is no such file. */
  String read() {
    try {
      return Files.exists(path()) ? Files.readString(path()).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path(), e);
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(path());
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "The used first password cannot be removed; delete " + path() + " by hand.",
          e);
    }
  }

  void passwordChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PasswordChanged change) {
    if (FirstAdministrator.USER.equals(change.user())) {
      remove();
    }
  }
}
