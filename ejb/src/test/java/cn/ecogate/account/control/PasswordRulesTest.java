package cn.ecogate.account.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.vocabulary.Rejected;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A weak password is refused at its field, with the way to put it right. */
class PasswordRulesTest {

  @ParameterizedTest
  @CsvSource({
    "'', password-too-short",
    "123456789, password-too-short",
    "Administrator, password-is-user-name",
    "' administrator', password-is-user-name",
    "aaaaaaaaaaaa, password-too-plain",
    "1212121212, password-too-plain"
  })
  @DisplayName("太短、等于用户名或过于单一的密码被拒绝")
  void weakOnesAreRejected(String password, String code) {
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class, () -> PasswordRules.check("administrator", password, "newPassword"));
    assertThat(rejected.code()).isEqualTo(code);
    assertThat(rejected.field()).isEqualTo("newPassword");
    assertThat(rejected.getMessage()).endsWith("。");
  }

  @Test
  @DisplayName("十个字符即可，汉字按字计")
  void tenCharactersAreEnough() {
    assertThatCode(() -> PasswordRules.check("guard", "一二三四五六七八九十", "p"))
        .doesNotThrowAnyException();
    assertThatCode(() -> PasswordRules.check("guard", "demo-gu-12", "p"))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("超过 128 个字符也拒绝，没有密码也拒绝")
  void endlessAndMissingOnesAreRejected() {
    Rejected endless =
        catchThrowableOfType(
            Rejected.class, () -> PasswordRules.check("guard", "abcd".repeat(33), "p"));
    assertThat(endless.code()).isEqualTo("password-too-long");
    Rejected missing =
        catchThrowableOfType(Rejected.class, () -> PasswordRules.check("guard", null, "p"));
    assertThat(missing.code()).isEqualTo("password-too-short");
  }

  @Test
  @DisplayName("新密码不能等于原密码")
  void theOldOneIsRejected() {
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class,
            () -> PasswordRules.checkChanged("demo-guard-1", "demo-guard-1", "newPassword"));
    assertThat(rejected.code()).isEqualTo("password-unchanged");
    assertThatCode(() -> PasswordRules.checkChanged("demo-guard-1", "demo-guard-2", "p"))
        .doesNotThrowAnyException();
  }
}
