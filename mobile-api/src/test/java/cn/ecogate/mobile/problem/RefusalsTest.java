package cn.ecogate.mobile.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.vocabulary.Rejected;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.bind.JsonbException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake is told with its code and sentence; a fault is not told as a mistake. */
class RefusalsTest {

  @ParameterizedTest
  @CsvSource({
    "lane-unknown, 422",
    "plate-shape, 422",
    "vin-shape, 422",
    "cursor, 400",
    "query-value, 400",
    "field-missing, 400",
    "sign-in-wrong, 401",
    "password-change-required, 403",
    "not-found, 404",
    "user-taken, 409",
    "stale-edit, 409",
    "vin-known, 409",
    "document-too-large, 413",
    "photo-too-large, 413",
    "sign-in-locked, 429",
    "sign-in-busy, 503"
  })
  @DisplayName("拒绝的代码决定状态码")
  void theCodeDecidesTheStatus(String code, int status) {
    Problem problem = Refusals.of(new Rejected(code, "field", "请改正。")).orElseThrow();
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.type()).isEqualTo("urn:ecogate:problem:" + code);
    assertThat(problem.field()).isEqualTo("field");
    assertThat(problem.detail()).isEqualTo("请改正。");
    assertThat(problem.reference()).isNull();
  }

  @Test
  @DisplayName("不属于某个字段的错误不带 field")
  void noFieldForWhatBelongsToNone() {
    assertThat(Refusals.of(new Rejected("x", "", "…")).orElseThrow().field()).isNull();
  }

  @Test
  @DisplayName("容器层层包裹的拒绝仍是拒绝")
  void wrappedRejectionsAreFound() {
    Exception wrapped =
        new EJBException(
            new RuntimeException("rolled back", new Rejected("vin-shape", "vin", "VIN 应为 17 位。")));
    assertThat(Refusals.of(wrapped).orElseThrow().code()).isEqualTo("vin-shape");
  }

  @Test
  @DisplayName("EJB 拒绝访问是 403，JSON 读不懂是 400")
  void containersOwnRefusals() {
    assertThat(Refusals.of(new EJBAccessException("no")).orElseThrow().status()).isEqualTo(403);
    assertThat(Refusals.of(new RuntimeException(new JsonbException("no"))).orElseThrow())
        .extracting(Problem::status, Problem::code)
        .containsExactly(400, "json");
  }

  @Test
  @DisplayName("故障不是谁的错误：给编号，不露内情")
  void faultsAreNobodysMistake() {
    Exception fault = new EJBException(new IllegalStateException("SELECT * FROM account"));
    assertThat(Refusals.of(fault)).isEmpty();
    Problem problem = Problem.fault("AB12CD34");
    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.code()).isEqualTo("fault");
    assertThat(problem.detail()).contains("AB12CD34").doesNotContain("SELECT");
  }
}
