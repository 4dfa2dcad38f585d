package cn.ecogate.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.account.control.PasswordHash;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import cn.ecogate.testing.RealDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An empty house can be entered once with a password only its host can read. */
class FirstAdministratorIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  @TempDir Path folder;
  private Path dataDir;
  private Path file;
  private final SetClock clock = new SetClock();

  @BeforeEach
  void emptyHouse() throws SQLException {
    database.empty();
    dataDir = folder.resolve("data");
    file = dataDir.resolve("initial-admin-password");
  }

  @Test
  @DisplayName("首次启动：开 admin，密码写入只有属主可读的文件，登录后须先改密")
  void opensTheFirstAccount() throws IOException {
    start();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Person admin = signIn(Files.readString(file).strip()).orElseThrow();
    assertThat(admin.mustChangePassword()).isTrue();
    assertThat(admin.roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(dataDir).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  @DisplayName("再次启动不改变什么")
  void aSecondStartChangesNothing() throws IOException {
    start();
    String password = Files.readString(file);
    start();
    assertThat(Files.readString(file)).isEqualTo(password);
    assertThat(signIn(password.strip())).isPresent();
  }

  @Test
  @DisplayName("改密后文件即删除；万一没删掉，下次启动时删")
  void theFileGoesWithTheFirstPassword() throws IOException {
    start();
    String first = Files.readString(file).strip();
    inHouse(
        house -> {
          house.accounts.changePassword("admin", first, "my-own-password");
          house.changes.forEach(passwordFile()::passwordChanged);
          return null;
        });
    assertThat(file).doesNotExist();
    assertThat(signIn("my-own-password").orElseThrow().mustChangePassword()).isFalse();

    Files.writeString(file, first);
    start();
    assertThat(file).doesNotExist();
    assertThat(signIn("my-own-password")).isPresent();
  }

  @Test
  @DisplayName("别人改密不动这个文件")
  void anotherUsersChangeLeavesTheFile() throws IOException {
    start();
    passwordFile().passwordChanged(new PasswordChanged("guard", clock.instant()));
    assertThat(file).exists();
  }

  @Test
  @DisplayName("初始密码还没用文件就丢了或被改动：启动时重给一个")
  void aLostFirstPasswordIsReplaced() throws IOException {
    start();
    String first = Files.readString(file).strip();
    Files.delete(file);
    start();
    String second = Files.readString(file).strip();
    assertThat(second).isNotEqualTo(first);
    assertThat(signIn(first)).isEmpty();
    assertThat(signIn(second).orElseThrow().mustChangePassword()).isTrue();

    Files.writeString(file, "something else");
    start();
    assertThat(signIn(Files.readString(file).strip())).isPresent();
  }

  @Test
  @DisplayName("演示账号先到也不妨碍开管理员；已有管理员则不开")
  void onlyAnAdministratorCounts() {
    inHouse(
        house -> {
          house.accounts.open("guard", "赵强", Set.of(Role.GUARD), "demo-guard-1");
          return null;
        });
    start();
    assertThat(file).exists();
  }

  @Test
  @DisplayName("已有别的管理员：不再开 admin")
  void anExistingAdministratorIsEnough() {
    inHouse(
        house -> {
          house.accounts.open("chief", "李明", Set.of(Role.ADMINISTRATOR), "demo-chief-1");
          return null;
        });
    start();
    assertThat(file).doesNotExist();
    Optional<Person> admin = inHouse(house -> house.accounts.person("admin"));
    assertThat(admin).isEmpty();
  }

  private void start() {
    inHouse(
        house -> {
          administrator(house).start();
          return null;
        });
  }

  private FirstAdministrator administrator(House house) {
    FirstAdministrator administrator = new FirstAdministrator();
    administrator.book = house.book;
    administrator.file = passwordFile();
    administrator.hashes = new PasswordHash(1_000);
    return administrator;
  }

  private FirstPasswordFile passwordFile() {
    FirstPasswordFile passwordFile = new FirstPasswordFile();
    passwordFile.dataDir = dataDir.toString();
    return passwordFile;
  }

  private Optional<Person> signIn(String password) {
    return inHouse(house -> house.accounts.signIn("admin", password));
  }

  private <T> T inHouse(Function<House, T> work) {
    return database.inTransaction(
        em -> {
          return work.apply(new House(em, clock));
        });
  }
}
