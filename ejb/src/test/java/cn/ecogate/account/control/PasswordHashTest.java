package cn.ecogate.account.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A stored hash tells nobody the password and recognises it again. */
class PasswordHashTest {

  private final PasswordHash hashes = new PasswordHash(1_000);

  @Test
  @DisplayName("只认原来的口令，大小写与空格都算")
  void fitsOnlyTheSamePassword() {
    String hash = hashes.of("门禁 demo-1");
    assertThat(hashes.fits("门禁 demo-1", hash)).isTrue();
    assertThat(hashes.fits("门禁 Demo-1", hash)).isFalse();
    assertThat(hashes.fits("门禁 demo-1 ", hash)).isFalse();
    assertThat(hashes.fits("", hash)).isFalse();
  }

  @Test
  @DisplayName("同一口令两次所得不同，不含口令本身")
  void saltMakesEveryHashDifferent() {
    String hash = hashes.of("demo-officer-1");
    assertThat(hash).isNotEqualTo(hashes.of("demo-officer-1")).doesNotContain("officer");
    assertThat(hash).startsWith("pbkdf2-sha256$1000$").hasSizeLessThanOrEqualTo(200);
  }

  @Test
  @DisplayName("与 RFC 7914 第 11 节的 PBKDF2-HMAC-SHA-256 向量一致")
  void agreesWithTheRfc() {
    // P = "passwd", S = "salt", c = 1: the first 32 bytes of the vector.
    String vector = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc";
    String key =
        Base64.getEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(vector));
    assertThat(hashes.fits("passwd", "pbkdf2-sha256$1$c2FsdA$" + key)).isTrue();
  }

  @Test
  @DisplayName("旧的迭代次数仍可校验")
  void checksWithTheStoredNumberOfIterations() {
    String old = new PasswordHash(500).of("demo-officer-1");
    assertThat(hashes.fits("demo-officer-1", old)).isTrue();
  }

  @Test
  @DisplayName("无人之口令：任何输入都不匹配，代价与真的相同")
  void nobodysFitsNothing() {
    assertThat(hashes.nobodys()).startsWith("pbkdf2-sha256$1000$");
    assertThat(hashes.fits("", hashes.nobodys())).isFalse();
    assertThat(hashes.fits("demo-officer-1", hashes.nobodys())).isFalse();
  }

  @Test
  @DisplayName("不认识的写法是故障，不是口令错误")
  void foreignSchemeIsAFault() {
    assertThatThrownBy(() -> hashes.fits("x", "{SSHA}abc"))
        .isInstanceOf(IllegalStateException.class);
  }
}
