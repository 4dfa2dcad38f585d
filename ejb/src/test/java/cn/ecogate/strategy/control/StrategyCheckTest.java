package cn.ecogate.strategy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("策略和名单的录入校验")
class StrategyCheckTest {

  private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  @DisplayName("结束不晚于开始的策略被退回")
  void aStrategyEndsAfterItStarts() {
    assertRejected("ends-before-start", "until", strategy("橙色", AlertLevel.ORANGE, START));
    assertRejected(
        "ends-before-start", "until", strategy("橙色", AlertLevel.ORANGE, START.minusMillis(1)));
    assertThatCode(
            () -> StrategyCheck.check(strategy("橙色", AlertLevel.ORANGE, START.plusMillis(1))))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("预警策略须有结束时间，日常管控可以没有")
  void anAlertHasAnEndTheDailyRuleNeedsNone() {
    assertRejected("end-missing", "until", strategy("橙色", AlertLevel.ORANGE, null));
    assertThatCode(() -> StrategyCheck.check(strategy("日常", AlertLevel.NONE, null)))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("名称必填且不过长")
  void aStrategyHasAName() {
    assertRejected("item-missing", "name", strategy(" ", AlertLevel.NONE, null));
    assertRejected("too-long", "name", strategy("名".repeat(101), AlertLevel.NONE, null));
  }

  @Test
  @DisplayName("名单须写明原因和日期")
  void aListingHasAReasonAndADate() {
    assertThatThrownBy(() -> StrategyCheck.check(new Listing("本厂", "", LocalDate.EPOCH)))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.field()).isEqualTo("reason"));
    assertThatThrownBy(() -> StrategyCheck.check(new Listing("本厂", "黑烟", null)))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.field()).isEqualTo("issued"));
  }

  private static ControlStrategy strategy(String name, AlertLevel alert, Instant until) {
    return new ControlStrategy(0, name, alert, START, Optional.ofNullable(until), "措施", List.of());
  }

  private static void assertRejected(String code, String field, ControlStrategy strategy) {
    assertThatThrownBy(() -> StrategyCheck.check(strategy))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.field()).isEqualTo(field);
            });
  }
}
