package cn.ecogate.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.account.control.TokenSecret;
import cn.ecogate.account.entity.AccountDraft;
import cn.ecogate.account.entity.IssuedToken;
import cn.ecogate.account.entity.Person;
import cn.ecogate.account.entity.Role;
import cn.ecogate.testing.RealDatabase;
import cn.ecogate.vocabulary.Rejected;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A handheld's token opens until it expires or is revoked, and not one call longer. */
class TokensIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private final SetClock clock = new SetClock();
  private final List<String> audited = new ArrayList<>();
  private Person guard;

  @BeforeEach
  void openAnAccount() throws SQLException {
    database.empty();
    guard =
        in(
            house -> {
              house.accounts.open("guard", "赵强", Set.of(Role.GUARD), "demo-guard-1");
              return house.accounts.person("guard").orElseThrow();
            });
    audited.clear();
  }

  @Test
  @DisplayName("凭令牌得到持有人，到期即失效")
  void opensUntilItExpires() {
    IssuedToken token = issue("handheld-1");
    assertThat(Duration.between(clock.instant(), token.expires()).toMinutes()).isEqualTo(719);
    assertThat(holder(token)).contains(guard);
    clock.forward(Duration.ofHours(12).minusSeconds(1));
    assertThat(holder(token)).contains(guard);
    clock.forward(Duration.ofSeconds(1));
    assertThat(holder(token)).isEmpty();
  }

  @Test
  @DisplayName("库里只有摘要，没有令牌")
  void onlyTheDigestIsKept() throws SQLException {
    IssuedToken token = issue("handheld-1");
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM access_token")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("digest")).isEqualTo(TokenSecret.digest(token.secret()));
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        assertThat(String.valueOf(row.getString(i))).doesNotContain(token.secret());
      }
      assertThat(row.next()).isFalse();
    }
    assertThat(String.join("\n", audited)).doesNotContain(token.secret()).contains("token-issued");
  }

  @Test
  @DisplayName("撤销后下一次调用就失效；撤销记入台账，再撤销一次无事")
  void revokedOnesAreDeadAtOnce() {
    IssuedToken token = issue("handheld-1");
    audited.clear();
    revoke(token);
    assertThat(holder(token)).isEmpty();
    assertThat(audited).singleElement().asString().contains("why: signed-out");
    revoke(token);
    assertThat(audited).hasSize(1);
  }

  @Test
  @DisplayName("同一人同一设备再登录，旧令牌作废；别的设备不受影响")
  void aDeviceHasOneToken() {
    IssuedToken first = issue("handheld-1");
    IssuedToken other = issue("handheld-2");
    IssuedToken second = issue(" handheld-1 ");
    assertThat(holder(first)).isEmpty();
    assertThat(holder(other)).isPresent();
    assertThat(holder(second)).isPresent();
    assertThat(String.join("\n", audited)).contains("why: replaced");
  }

  @Test
  @DisplayName("改密后所有令牌作废")
  void aChangedPasswordEndsThemAll() {
    IssuedToken first = issue("handheld-1");
    IssuedToken second = issue("handheld-2");
    in(
        house -> {
          house.accounts.changePassword("guard", "demo-guard-1", "demo-guard-2");
          return null;
        });
    assertThat(holder(first)).isEmpty();
    assertThat(holder(second)).isEmpty();
    assertThat(String.join("\n", audited)).contains("tokens-revoked: 2");
  }

  @Test
  @DisplayName("胡乱的令牌无人持有")
  void nonsenseHasNoHolder() {
    assertThat(holder(new IssuedToken("", clock.instant()))).isEmpty();
    assertThat(holder(new IssuedToken("x".repeat(100_000), clock.instant()))).isEmpty();
  }

  @Test
  @DisplayName("没有设备名或初始密码未改：不发令牌")
  void noTokenWithoutDeviceOrOwnPassword() {
    assertThat(rejectedIssue(guard, " ")).isEqualTo("device-shape");
    assertThat(rejectedIssue(guard, "x".repeat(81))).isEqualTo("device-shape");
    Person newcomer =
        in(
            house -> {
              house.book.open(
                  new AccountDraft("newcomer", "新人", null, Set.of(Role.GUARD), 0),
                  house.accounts.hashes.of("known-to-all-1"));
              return house.accounts.person("newcomer").orElseThrow();
            });
    assertThat(newcomer.mustChangePassword()).isTrue();
    assertThat(rejectedIssue(newcomer, "handheld-1")).isEqualTo("password-change-required");
  }

  @Test
  @DisplayName("过期三十天以上的令牌在下次登录时清除")
  void longDeadOnesAreDropped() {
    issue("handheld-1");
    clock.forward(Duration.ofDays(31));
    issue("handheld-2");
    long rows =
        database.inTransaction(
            em -> {
              return em.createQuery("SELECT COUNT(t) FROM AccessToken t", Long.class)
                  .getSingleResult();
            });
    assertThat(rows).isEqualTo(1);
  }

  private String rejectedIssue(Person person, String device) {
    return catchThrowableOfType(
            Rejected.class, () -> in(house -> house.tokens.issue(person, device)))
        .code();
  }

  private IssuedToken issue(String device) {
    return in(house -> house.tokens.issue(guard, device));
  }

  private void revoke(IssuedToken token) {
    in(
        house -> {
          house.tokens.revoke(token.secret());
          return null;
        });
  }

  private Optional<Person> holder(IssuedToken token) {
    return in(house -> house.tokens.holder(token.secret()));
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
