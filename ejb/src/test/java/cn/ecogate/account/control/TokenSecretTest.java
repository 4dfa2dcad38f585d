package cn.ecogate.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Secrets are long and never twice the same; what is kept is their SHA-256. */
class TokenSecretTest {

  @Test
  @DisplayName("256 位随机，适合放进请求头")
  void secretsAreLongAndDifferent() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String secret = TokenSecret.random();
      assertThat(secret).matches("[A-Za-z0-9_-]{43}");
      assertThat(seen.add(secret)).isTrue();
    }
  }

  @Test
  @DisplayName("只留 SHA-256（FIPS 180-2 的 abc 向量）")
  void digestIsSha256() {
    assertThat(TokenSecret.digest("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  @DisplayName("初始密码合乎密码规则且各不相同")
  void firstPasswordsFollowTheRules() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String password = FirstPassword.random();
      PasswordRules.check("admin", password, "password");
      assertThat(password).matches("[A-Za-z2-9]{4}(-[A-Za-z2-9]{4}){3}");
      assertThat(seen.add(password)).isTrue();
    }
  }
}
