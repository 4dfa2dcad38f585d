package cn.ecogate.strategy.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Spared;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("此刻生效的管控策略")
class StrategyInForceTest {

  private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
  private static final Instant END = Instant.parse("2026-11-24T16:00:00Z");
  private static final Duration TICK = Duration.ofMillis(1);

  private static final ControlStrategy DAILY = daily(1, "日常管控", "2024-01-01T00:00:00Z");
  private static final ControlStrategy ORANGE = alert(2, AlertLevel.ORANGE, START, END);

  @Test
  @DisplayName("预警期间，预警措施与日常管控同时生效")
  void anAlertAddsToTheDailyRule() {
    assertThat(at(START.plusSeconds(3600), DAILY, ORANGE)).containsExactly("ORANGE", "日常管控");
  }

  @Test
  @DisplayName("到结束的那一刻，预警策略自行结束，恢复日常管控")
  void aStrategyEndsByItselfExactlyOnTime() {
    assertThat(at(END.minus(TICK), DAILY, ORANGE)).containsExactly("ORANGE", "日常管控");
    assertThat(at(END, DAILY, ORANGE)).containsExactly("日常管控");
    assertThat(at(END.plus(TICK), DAILY, ORANGE)).containsExactly("日常管控");
  }

  @Test
  @DisplayName("从开始的那一刻起生效，早一毫秒也不行")
  void aStrategyBeginsExactlyOnTime() {
    assertThat(at(START.minus(TICK), DAILY, ORANGE)).containsExactly("日常管控");
    assertThat(at(START, DAILY, ORANGE)).containsExactly("ORANGE", "日常管控");
  }

  @Test
  @DisplayName("一个预警结束的同时另一个开始，中间没有空档也没有重叠")
  void oneAlertFollowsAnotherWithoutAGap() {
    ControlStrategy red = alert(3, AlertLevel.RED, END, END.plus(Duration.ofDays(1)));
    assertThat(at(END.minus(TICK), ORANGE, red)).containsExactly("ORANGE");
    assertThat(at(END, ORANGE, red)).containsExactly("RED");
  }

  @Test
  @DisplayName("最严的预警排在最前")
  void theStrictestComesFirst() {
    ControlStrategy[] all = new ControlStrategy[AlertLevel.values().length];
    for (AlertLevel level : AlertLevel.values()) {
      all[level.ordinal()] = alert(10 + level.ordinal(), level, START, END);
    }
    assertThat(at(START, all)).containsExactly("RED", "ORANGE", "YELLOW", "OTHER", "NONE");
  }

  @Test
  @DisplayName("同级的两条，后开始的在前")
  void ofTwoAlikeTheLaterComesFirst() {
    ControlStrategy later = alert(3, AlertLevel.ORANGE, START.plus(TICK), END);
    List<ControlStrategy> found = StrategyInForce.at(START.plusSeconds(1), List.of(ORANGE, later));
    assertThat(found).extracting(ControlStrategy::id).containsExactly(3L, 2L);
  }

  @Test
  @DisplayName("新的日常管控从其开始之时取代旧的")
  void aNewDailyRuleReplacesTheOld() {
    ControlStrategy next = daily(5, "日常管控（加严）", "2026-12-01T00:00:00Z");
    assertThat(at(START, DAILY, next)).containsExactly("日常管控");
    assertThat(at(Instant.parse("2026-12-01T00:00:00Z"), DAILY, next)).containsExactly("日常管控（加严）");
  }

  @Test
  @DisplayName("同时开始的两条日常管控，后录入的有效")
  void ofTwoDailyRulesOfOneMomentTheLaterEntryHolds() {
    ControlStrategy corrected = daily(9, "更正", "2024-01-01T00:00:00Z");
    assertThat(at(START, corrected, DAILY)).containsExactly("更正");
  }

  @Test
  @DisplayName("没有策略就没有限制")
  void nothingIsInForceWhereNothingIsKept() {
    assertThat(at(START)).isEmpty();
  }

  @Test
  @DisplayName("每条策略此刻的状态：生效中、未开始、已结束、已被取代、不在时段内")
  void everyStrategyStandsSomewhere() {
    ControlStrategy coming = alert(3, AlertLevel.RED, END, END.plusSeconds(60));
    ControlStrategy over = alert(4, AlertLevel.YELLOW, START.minusSeconds(60), START);
    ControlStrategy cancelled = alert(5, AlertLevel.RED, END, END);
    ControlStrategy old = daily(6, "更早的日常管控", "2023-01-01T00:00:00Z");
    ControlStrategy night = nightly(alert(7, AlertLevel.OTHER, START, END));

    assertThat(
            StrategyInForce.states(
                    START, List.of(DAILY, ORANGE, coming, over, cancelled, old, night))
                .values())
        .containsExactly(
            StrategyState.IN_FORCE,
            StrategyState.IN_FORCE,
            StrategyState.COMING,
            StrategyState.OVER,
            StrategyState.OVER,
            StrategyState.REPLACED,
            StrategyState.RESTING);
  }

  private static ControlStrategy nightly(ControlStrategy alert) {
    return new ControlStrategy(
        alert.id(),
        1,
        alert.name(),
        alert.alert(),
        alert.response(),
        alert.from(),
        alert.until(),
        Optional.of(new DailyHours(LocalTime.of(22, 0), LocalTime.of(6, 0))),
        alert.measure(),
        List.of(),
        Spared.NOBODY,
        Optional.empty());
  }

  private static List<String> at(Instant moment, ControlStrategy... all) {
    return StrategyInForce.at(moment, List.of(all)).stream().map(ControlStrategy::name).toList();
  }

  private static ControlStrategy daily(long id, String name, String from) {
    return new ControlStrategy(
        id, name, AlertLevel.NONE, Instant.parse(from), Optional.empty(), "措施", List.of());
  }

  private static ControlStrategy alert(long id, AlertLevel level, Instant from, Instant until) {
    return new ControlStrategy(id, level.name(), level, from, Optional.of(until), "措施", List.of());
  }
}
