package cn.ecogate.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An existing database's address: its credentials are taken out, what keeps times in UTC is put in.
 */
class DatabaseAccessTest {

  private static final String OURS =
      "connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true&useServerPrepStmts=true";

  @Test
  @DisplayName("地址里的账号密码被取出，其余参数保留")
  void credentialsLeaveTheAddress() {
    DatabaseAccess access =
        DatabaseAccess.of(
            "jdbc:mariadb://db:3306/eco?user=u&sslMode=trust&password=p%26+q", Map.of());
    assertThat(access.url()).isEqualTo("jdbc:mariadb://db:3306/eco?sslMode=trust&" + OURS);
    assertThat(access.user()).isEqualTo("u");
    assertThat(access.password()).isEqualTo("p&+q");
    assertThat(access.address()).isEqualTo("jdbc:mariadb://db:3306/eco");
  }

  @Test
  @DisplayName("环境变量中的账号密码可用；地址自带的时区参数被改正")
  void environmentAndZone() {
    DatabaseAccess access =
        DatabaseAccess.of(
            "jdbc:mariadb://db/eco?connectionTimeZone=Asia/Shanghai&preserveInstants=false",
            Map.of("ECOGATE_DB_USER", "u", "ECOGATE_DB_PASSWORD", "p"));
    assertThat(access).isEqualTo(new DatabaseAccess("jdbc:mariadb://db/eco?" + OURS, "u", "p"));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:mysql://db/eco?user=u,jdbc:mariadb",
    "jdbc:mariadb://db?user=u,names no database",
    "jdbc:mariadb://db/?user=u,names no database",
    "jdbc:mariadb://db/eco,has no account"
  })
  @DisplayName("缺东西的地址用一句话拒绝")
  void refusals(String address, String sentence) {
    assertThatThrownBy(() -> DatabaseAccess.of(address, Map.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(sentence);
  }

  @Test
  @DisplayName("连不上的数据库用一句话拒绝，且不泄露密码")
  void unreachable() {
    DatabaseAccess access =
        DatabaseAccess.of("jdbc:mariadb://127.0.0.1:1/eco?user=u&password=secret-9", Map.of());
    assertThatThrownBy(access::check)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("jdbc:mariadb://127.0.0.1:1/eco")
        .message()
        .doesNotContain("\n")
        .doesNotContain("secret-9");
  }
}
