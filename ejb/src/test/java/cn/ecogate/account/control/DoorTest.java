package cn.ecogate.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything is behind a door unless it is named as open. */
class DoorTest {

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/tokens, OPEN",
    "GET, /api/v1/tokens, API",
    "DELETE, /api/v1/tokens/current, API",
    "POST, /api/v1/tokens/, API",
    "POST, /api/v1/passages, API",
    "GET, /api, API",
    "GET, /api/v2/whatever, API",
    "GET, /apiary.xhtml, PAGE",
    "GET, /sign-in.xhtml, OPEN",
    "POST, /sign-in.xhtml, OPEN",
    "GET, /sign-in.xhtml/x, PAGE",
    "GET, /jakarta.faces.resource/theme.css.xhtml, OPEN",
    "GET, /jakarta.faces.push/gates, CHANNEL",
    "GET, /, PAGE",
    "GET, '', PAGE",
    "GET, /passage/passages.xhtml, PAGE",
    "GET, /password.xhtml, PAGE",
    "GET, /openapi, OPEN",
    "GET, /openapi-of-somebody.xhtml, PAGE",
    "GET, /health/ready, OPEN",
    "GET, /metrics, OPEN",
    "GET, /no-such-page, PAGE"
  })
  @DisplayName("每个地址归哪道门")
  void everyPathHasItsDoor(String method, String path, Door door) {
    assertThat(Door.of(method, path)).isEqualTo(door);
  }

  @Test
  @DisplayName("未改初始密码的人只能进改密页和退出")
  void newcomersSeeTwoPages() {
    assertThat(Door.opensToNewcomer("/password.xhtml")).isTrue();
    assertThat(Door.opensToNewcomer("/sign-out")).isTrue();
    assertThat(Door.opensToNewcomer("/")).isFalse();
    assertThat(Door.opensToNewcomer("/password.xhtml/..")).isFalse();
  }

  @Test
  @DisplayName("登录页记住原来要去的地址")
  void signInKeepsTheWantedAddress() {
    assertThat(Door.signInFor("", "/passage/passages.xhtml?plate=云A&lane=A-01"))
        .isEqualTo(
            "/sign-in.xhtml?wanted=%2Fpassage%2Fpassages.xhtml%3Fplate%3D%E4%BA%91A%26lane%3DA-01");
    assertThat(Door.signInFor("", "/")).isEqualTo("/sign-in.xhtml");
    assertThat(Door.signInFor("/gate", "/gate/")).isEqualTo("/gate/sign-in.xhtml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/sign-in.xhtml",
        "/api/v1/me",
        "/x\r\nSet-Cookie: a=b",
        ""
      })
  @DisplayName("外来地址一律回到首页")
  void foreignAddressesLeadHome(String wanted) {
    assertThat(Door.safe("", wanted)).isEqualTo("/");
  }

  @Test
  @DisplayName("没有记住地址时回到首页，自己的地址原样保留")
  void ownAddressesAreKept() {
    assertThat(Door.safe("/gate", null)).isEqualTo("/gate/");
    assertThat(Door.safe("", "/passage/passage.xhtml?id=7"))
        .isEqualTo("/passage/passage.xhtml?id=7");
    assertThat(Door.safe("/gate", "/other/page.xhtml")).isEqualTo("/gate/");
  }
}
