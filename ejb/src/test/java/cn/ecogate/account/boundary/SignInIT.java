package cn.ecogate.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import cn.ecogate.account.entity.Standing;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.vocabulary.Rejected;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People come in with the right password, and nobody guesses it by trying. */
class SignInIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SetClock clock = new SetClock();
  private final List<String> audited = new ArrayList<>();

  @BeforeEach
  void openTwoAccounts() throws SQLException {
    database.empty();
    in(house -> open(house, "officer", Role.OFFICER));
    in(house -> open(house, "guard", Role.GUARD));
    audited.clear();
  }

  @Test
  @DisplayName("用户名不分大小写，得到姓名与角色")
  void rightPasswordLetsIn() {
    Optional<Person> person = signIn(" Officer ", "demo-officer-1");
    assertThat(person)
        .contains(new Person("officer", "测试 officer", EnumSet.of(Role.OFFICER), false));
    Optional<Person> known = in(house -> house.accounts.person("officer"));
    assertThat(known).isEqualTo(person);
  }

  @Test
  @DisplayName("密码不对、用户不存在、名字不成样子：都只是进不来")
  void wrongOnesStayOut() {
    assertThat(signIn("officer", "demo-guard-1")).isEmpty();
    assertThat(signIn("nobody", "demo-officer-1")).isEmpty();
    assertThat(signIn("' OR 1=1 --", "demo-officer-1")).isEmpty();
    assertThat(signIn(null, null)).isEmpty();
    assertThat(signIn("officer", "x".repeat(1_000_000))).isEmpty();
  }

  @Test
  @DisplayName("连错十次锁 15 分钟，正确的密码也进不来；到时自开，锁定记入台账")
  void tenFailuresLock() {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn("officer", "wrong-" + i)).isEmpty();
    }
    Rejected locked =
        catchThrowableOfType(Rejected.class, () -> signIn("officer", "demo-officer-1"));
    assertThat(locked.code()).isEqualTo("sign-in-locked");
    assertThat(locked.getMessage()).contains("16 分钟").endsWith("再试。");
    assertThat(audited).singleElement().asString().startsWith("audit officer\n");
    assertThat(audited.get(0)).contains("act: sign-in-locked", "until: 2026-11-21T08:15:00.123Z");
    assertThat(signIn("guard", "demo-guard-1")).isPresent();

    clock.forward(Duration.ofMinutes(15));
    assertThat(signIn("officer", "demo-officer-1")).isPresent();
    assertThat(signIn("officer", "wrong")).isEmpty();
    assertThat(signIn("officer", "demo-officer-1")).isPresent();
  }

  @Test
  @DisplayName("锁满后再错一次锁得更久；一天后旧账一笔勾销")
  void aFurtherFailureLocksLonger() {
    for (int i = 0; i < 10; i++) {
      signIn("officer", "wrong-" + i);
    }
    clock.forward(Duration.ofMinutes(15));
    assertThat(signIn("officer", "wrong again")).isEmpty();
    clock.forward(Duration.ofMinutes(29));
    assertThat(catchThrowableOfType(Rejected.class, () -> signIn("officer", "demo-officer-1")))
        .hasMessageContaining("2 分钟");
    clock.forward(Duration.ofHours(25));
    for (int i = 0; i < 9; i++) {
      assertThat(signIn("officer", "wrong-" + i)).isEmpty();
    }
    assertThat(signIn("officer", "demo-officer-1")).isPresent();
  }

  @Test
  @DisplayName("不存在的用户名也同样被锁，外人看不出谁存在；不记入台账")
  void unknownNamesAreLockedAlike() {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn("nobody", "wrong-" + i)).isEmpty();
    }
    assertThat(catchThrowableOfType(Rejected.class, () -> signIn("nobody", "x")).code())
        .isEqualTo("sign-in-locked");
    assertThat(audited).isEmpty();
  }

  @Test
  @DisplayName("四十次同时尝试，真正核对密码的只有十次")
  void parallelTriesAreCountedBeforeTheyAreChecked() throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        tries.add(
            () -> {
              try {
                database.inTransaction(
                    em -> {
                      return new House(em, clock).attempts.begin("guard");
                    });
                return true;
              } catch (Rejected locked) {
                return false;
              }
            });
      }
      int checked = 0;
      for (Future<Boolean> done : crowd.invokeAll(tries)) {
        checked += done.get() ? 1 : 0;
      }
      assertThat(checked).isEqualTo(10);
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  @DisplayName("改密：原密码要对，新密码要够强且不同；改后只认新的，记入台账")
  void changesThePassword() {
    assertThat(rejectedChange("wrong-password", "new-password-1")).isEqualTo("password-wrong");
    assertThat(rejectedChange("demo-officer-1", "short")).isEqualTo("password-too-short");
    assertThat(rejectedChange("demo-officer-1", "demo-officer-1")).isEqualTo("password-unchanged");
    assertThat(audited).isEmpty();

    in(
        house -> {
          house.accounts.changePassword("officer", "demo-officer-1", "new-password-1");
          assertThat(house.changes).extracting(PasswordChanged::user).containsExactly("officer");
          return null;
        });
    assertThat(audited).singleElement().asString().contains("act: password-changed");
    assertThat(signIn("officer", "demo-officer-1")).isEmpty();
    assertThat(signIn("officer", "new-password-1")).isPresent();
  }

  @Test
  @DisplayName("改密之后，旧密码下开始的会话不再有效")
  void theStandingTellsSinceWhen() {
    Standing before = in(house -> house.accounts.standing("officer").orElseThrow());
    clock.forward(Duration.ofSeconds(1));
    PasswordChanged change =
        in(
            house -> {
              house.accounts.changePassword("officer", "demo-officer-1", "new-password-1");
              return house.changes.get(0);
            });
    Standing after = in(house -> house.accounts.standing("officer").orElseThrow());
    assertThat(after.passwordSince()).isAfter(before.passwordSince()).isEqualTo(change.at());
  }

  @Test
  @DisplayName("猜原密码与猜登录密码同样计数")
  void guessingTheOldPasswordLocksToo() {
    for (int i = 0; i < 10; i++) {
      assertThat(rejectedChange("wrong-" + i, "new-password-1")).isEqualTo("password-wrong");
    }
    assertThat(rejectedChange("demo-officer-1", "new-password-1")).isEqualTo("sign-in-locked");
  }

  @Test
  @DisplayName("同名账号、不成样子的用户名、没有角色：拒绝开户")
  void badAccountsAreRejected() {
    assertThat(rejectedOpening("officer", Set.of(Role.GUARD))).isEqualTo("user-taken");
    assertThat(rejectedOpening("王芳", Set.of(Role.GUARD))).isEqualTo("user-shape");
    assertThat(rejectedOpening("x", Set.of(Role.GUARD))).isEqualTo("user-shape");
    assertThat(rejectedOpening("new.guard", Set.of())).isEqualTo("role-missing");
    assertThat(audited).isEmpty();
  }

  private String rejectedOpening(String user, Set<Role> roles) {
    return rejected(
        house -> {
          house.accounts.open(user, "某人", roles, "demo-password-1");
          return null;
        });
  }

  /** A failed try is written down although the change is rejected: the container commits it. */
  private String rejectedChange(String old, String fresh) {
    return in(
        house -> {
          Rejected rejected =
              catchThrowableOfType(
                  Rejected.class, () -> house.accounts.changePassword("officer", old, fresh));
          return rejected.code();
        });
  }

  private String rejected(Function<House, Object> work) {
    return catchThrowableOfType(Rejected.class, () -> in(work)).code();
  }

  private Object open(House house, String user, Role role) {
    house.accounts.open(user, "测试 " + user, Set.of(role), "demo-" + user + "-1");
    return null;
  }

  private Optional<Person> signIn(String user, String password) {
    return in(house -> house.accounts.signIn(user, password));
  }

  private <T> T in(Function<House, T> work) {
    return database.inTransaction(
        em -> {
          House house = new House(em, clock);
          T result = work.apply(house);
          audited.addAll(house.audited);
          return result;
        });
  }
}
