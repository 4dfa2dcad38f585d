package cn.ecogate.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.account.entity.AccountCard;
import cn.ecogate.account.entity.AccountDraft;
import cn.ecogate.account.entity.IssuedToken;
import cn.ecogate.account.entity.OpenDoor;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import cn.ecogate.account.entity.Standing;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.testing.SignedIn;
import cn.ecogate.vocabulary.Rejected;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A plant without demo data gets its people from the administrator, and cannot lose the last one.
 */
class AccountDeskIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SetClock clock = new SetClock();
  private final List<String> audited = new ArrayList<>();

  @BeforeEach
  void oneAdministrator() throws SQLException {
    database.empty();
    in(
        house -> {
          house.accounts.open("admin", "管理员", Set.of(Role.ADMINISTRATOR), "only-admin-1");
          return null;
        });
    audited.clear();
  }

  @Test
  @DisplayName("开户：首个密码只给出一次，能登录，但须先改密；台账里没有密码，电话只留尾号")
  void opensAnAccount() {
    String password = in(house -> desk(house, "admin").open(guard()));
    AccountCard card = card("guard");
    assertThat(card.known()).isTrue();
    assertThat(card.roles()).containsExactly(Role.GUARD);
    assertThat(card.phone()).isEqualTo("138 0013 8000");
    assertThat(signIn("guard", password).orElseThrow())
        .satisfies(person -> assertThat(person.mustChangePassword()).isTrue());
    assertThat(audited)
        .singleElement()
        .asString()
        .contains("act: account-opened", "roles: guard", "8000")
        .doesNotContain(password, "138 0013");
  }

  @Test
  @DisplayName("同名、无角色、电话不对：各说一句，什么也不写")
  void refusesWhatIsNoAccount() {
    in(house -> desk(house, "admin").open(guard()));
    assertThat(refused(desk -> desk.open(guard()))).isEqualTo("user-taken");
    assertThat(refused(desk -> desk.open(draft("a b", "某人", null, Role.GUARD))))
        .isEqualTo("user-shape");
    assertThat(refused(desk -> desk.open(new AccountDraft("x1", "某人", null, Set.of(), 0))))
        .isEqualTo("role-missing");
    assertThat(refused(desk -> desk.open(draft("x1", "某人", "打我电话", Role.GUARD))))
        .isEqualTo("phone-shape");
    List<AccountCard> cards = in(house -> house.book.cards(""));
    assertThat(cards).hasSize(2);
  }

  @Test
  @DisplayName("改姓名和角色：前后都记入台账；再按旧版本改则拒绝")
  void changesWithBeforeAndAfter() {
    in(house -> desk(house, "admin").open(guard()));
    long version = card("guard").version();
    audited.clear();
    AccountDraft wanted =
        new AccountDraft("guard", "赵强", null, Set.of(Role.OFFICER, Role.GUARD), version);
    change(wanted);
    assertThat(card("guard").roles()).containsExactlyInAnyOrder(Role.OFFICER, Role.GUARD);
    assertThat(audited)
        .singleElement()
        .asString()
        .contains("before-roles: guard", "after-roles: guard,officer", "before-phone: ");
    assertThat(refused(desk -> desk.change(wanted))).isEqualTo("stale-edit");
    change(new AccountDraft("guard", "赵强", null, wanted.roles(), version + 1));
    assertThat(audited).as("the same again changes nothing").hasSize(1);
  }

  @Test
  @DisplayName("不能取消自己的管理员角色、停用自己、重置自己的密码")
  void nobodyLocksHimselfOut() {
    long version = card("admin").version();
    assertThat(
            refused(
                desk ->
                    desk.change(
                        new AccountDraft("admin", "管理员", null, Set.of(Role.GUARD), version))))
        .isEqualTo("own-administrator");
    assertThat(refused(desk -> desk.disable("admin"))).isEqualTo("own-account");
    assertThat(refused(desk -> desk.resetPassword("admin"))).isEqualTo("own-account");
  }

  @Test
  @DisplayName("最后一个可用的管理员谁也停用不了、降不了级")
  void theLastAdministratorStays() {
    // A colleague whose own account was disabled a moment ago still has his page open.
    assertThat(refusedFor("colleague", desk -> desk.disable("admin")))
        .isEqualTo("last-administrator");
    AccountDraft lower =
        new AccountDraft("admin", "管理员", null, Set.of(Role.GUARD), card("admin").version());
    assertThat(refusedFor("colleague", desk -> desk.change(lower))).isEqualTo("last-administrator");
  }

  @Test
  @DisplayName("停用：令牌和会话立即失效，对的密码得到一句明白话；启用后恢复")
  void disabledOnesAreOut() {
    String password = in(house -> desk(house, "admin").open(guard()));
    in(
        house -> {
          house.accounts.changePassword("guard", password, "my-own-secret-1");
          return null;
        });
    IssuedToken token =
        in(house -> house.tokens.issue(house.accounts.person("guard").orElseThrow(), "handheld-1"));
    String session = in(house -> house.sessions.begin("guard", "10.0.0.7", "Firefox"));
    audited.clear();
    in(
        house -> {
          desk(house, "admin").disable("guard");
          return null;
        });
    Optional<Person> holder = in(house -> house.tokens.holder(token.secret()));
    assertThat(holder).isEmpty();
    assertThat(open(session)).isFalse();
    Optional<Standing> standing = in(house -> house.accounts.standing("guard"));
    assertThat(standing).isEmpty();
    assertThat(
            catchThrowableOfType(Rejected.class, () -> signIn("guard", "my-own-secret-1")).code())
        .isEqualTo("account-disabled");
    assertThat(signIn("guard", "wrong-secret-1")).isEmpty();
    assertThat(audited)
        .singleElement()
        .asString()
        .contains("account-disabled", "tokens-revoked: 1", "sessions-ended: 1");
    in(
        house -> {
          desk(house, "admin").enable("guard");
          return null;
        });
    assertThat(signIn("guard", "my-own-secret-1")).isPresent();
  }

  @Test
  @DisplayName("重置密码：旧密码、令牌、会话都失效；新密码须改")
  void resetsAForgottenPassword() {
    String first = in(house -> desk(house, "admin").open(guard()));
    String session = in(house -> house.sessions.begin("guard", "10.0.0.7", "Firefox"));
    String second = in(house -> desk(house, "admin").resetPassword("guard"));
    assertThat(second).isNotEqualTo(first);
    assertThat(signIn("guard", first)).isEmpty();
    assertThat(signIn("guard", second)).isPresent();
    assertThat(open(session)).isFalse();
    assertThat(String.join("\n", audited)).contains("password-reset").doesNotContain(second);
  }

  @Test
  @DisplayName("被锁的用户名看得见到几时，管理员可立即解锁")
  void unlocksAName() {
    String password = in(house -> desk(house, "admin").open(guard()));
    for (int i = 0; i < 10; i++) {
      signIn("guard", "wrong-secret-1");
    }
    assertThat(card("guard").lockedUntil())
        .contains(clock.instant().truncatedTo(ChronoUnit.MICROS).plus(Duration.ofMinutes(15)));
    audited.clear();
    in(
        house -> {
          desk(house, "admin").unlock("guard");
          return null;
        });
    assertThat(card("guard").lockedUntil()).isEmpty();
    assertThat(signIn("guard", password)).isPresent();
    assertThat(audited).singleElement().asString().contains("sign-in-unlocked");
  }

  @Test
  @DisplayName("登录列表：自己的看得见、关得掉；别人的当作没有；管理员能关任何人的")
  void doorsAreSeenAndClosed() {
    in(house -> desk(house, "admin").open(guard()));
    String session = in(house -> house.sessions.begin("guard", "10.0.0.7", "Firefox"));
    List<OpenDoor> mine = in(house -> doors(house, "guard").mine());
    assertThat(mine).singleElement().satisfies(door -> assertThat(door.id()).isEqualTo(session));
    assertThat(mine.get(0).from()).isEqualTo("10.0.0.7");
    List<OpenDoor> others = in(house -> doors(house, "other").mine());
    assertThat(others).isEmpty();
    assertThat(
            catchThrowableOfType(
                    Rejected.class,
                    () ->
                        in(
                            house -> {
                              doors(house, "other").end(OpenDoor.Kind.SCREENS, session);
                              return null;
                            }))
                .code())
        .isEqualTo("not-found");
    in(
        house -> {
          doors(house, "guard").end(OpenDoor.Kind.SCREENS, session);
          return null;
        });
    assertThat(open(session)).isFalse();
    assertThat(audited.get(audited.size() - 1)).contains("session-ended");
    assertThat(card("guard").lastFrom()).isEqualTo("10.0.0.7");
  }

  private static AccountDraft guard() {
    return draft("guard", "赵强", "138 0013 8000", Role.GUARD);
  }

  private static AccountDraft draft(String user, String name, String phone, Role role) {
    return new AccountDraft(user, name, phone, Set.of(role), 0);
  }

  private AccountCard card(String user) {
    Optional<AccountCard> card = in(house -> house.book.card(user));
    return card.orElseThrow();
  }

  private Optional<Person> signIn(String user, String password) {
    return in(house -> house.accounts.signIn(user, password));
  }

  private boolean open(String session) {
    return in(house -> house.sessions.open(session));
  }

  private void change(AccountDraft draft) {
    in(
        house -> {
          desk(house, "admin").change(draft);
          return null;
        });
  }

  private String refused(Consumer<AccountDesk> act) {
    return refusedFor("admin", act);
  }

  private String refusedFor(String caller, Consumer<AccountDesk> act) {
    return catchThrowableOfType(
            Rejected.class,
            () ->
                in(
                    house -> {
                      act.accept(desk(house, caller));
                      return null;
                    }))
        .code();
  }

  private static AccountDesk desk(House house, String caller) {
    AccountDesk desk = new AccountDesk();
    desk.accounts = house.accounts;
    desk.book = house.book;
    desk.session =
        SignedIn.as(
            caller, caller.equals("other") || caller.equals("guard") ? "guard" : "administrator");
    return desk;
  }

  private DoorBook doors(House house, String caller) {
    DoorBook doors = new DoorBook();
    doors.em = house.book.em;
    doors.audit = house.book.audit;
    doors.trace = house.trace;
    doors.clock = clock;
    doors.session =
        SignedIn.as(
            caller, caller.equals("other") || caller.equals("guard") ? "guard" : "administrator");
    return doors;
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
