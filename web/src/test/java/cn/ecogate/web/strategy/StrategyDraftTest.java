package cn.ecogate.web.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.ResponseLevel;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("编写管控策略的表单")
class StrategyDraftTest {

  private static final Instant NOW = Instant.parse("2026-11-28T01:15:42.5Z");

  private final StrategyDraft draft = new StrategyDraft(NOW);

  @Test
  @DisplayName("打开再保存，什么也没有变：连秒也不差")
  void whatIsNotTouchedStaysAsItWas() {
    ControlStrategy kept =
        new ControlStrategy(
            7,
            3,
            "平台橙色预警 9",
            AlertLevel.ORANGE,
            ResponseLevel.FIRST,
            Instant.parse("2026-11-28T01:15:42.123Z"),
            Optional.of(Instant.parse("2026-11-30T15:59:59Z")),
            Optional.of(new DailyHours(LocalTime.of(22, 0), LocalTime.of(6, 30))),
            "平台的话",
            List.of(
                new Restriction(
                    "",
                    Set.of(VehicleGroup.HEAVY_GOODS),
                    Set.of("K11", "N11"),
                    Set.of(FuelType.DIESEL),
                    Set.of(VehicleUse.FREIGHT),
                    Set.of(Direction.IN, Direction.OUT),
                    EmissionStage.CHINA_5,
                    Spared.NOBODY)),
            new Spared(Set.of("云A12345", "云A8T558"), Set.of("菜篮子车队"), "民生保障"),
            Optional.of(new Origin("city", "9")));
    assertThat(composed(new StrategyDraft(kept, kept.measure()))).isEqualTo(kept);
  }

  @Test
  @DisplayName("点一下现成的措施、选好预警，就是一条完整的策略；再点一次不会重复")
  void aReadyMadeMeasureIsOneClick() {
    draft.setAlert(AlertLevel.ORANGE);
    draft.getRules().add(new RuleDraft());
    draft.take(KnownMeasure.CHINA_4_DIESEL_CHINA_5_GAS);
    draft.take(KnownMeasure.CHINA_4_DIESEL_CHINA_5_GAS);
    draft.endAfter(72);
    ControlStrategy strategy = composed(draft);
    assertThat(KnownMeasure.of(strategy.restrictions()))
        .contains(KnownMeasure.CHINA_4_DIESEL_CHINA_5_GAS);
    assertThat(strategy.name()).isEqualTo("橙色预警（2026-11-28 起）");
    assertThat(strategy.response()).isEqualTo(ResponseLevel.SECOND);
    assertThat(strategy.from()).isEqualTo(Instant.parse("2026-11-28T01:15:00Z"));
    assertThat(strategy.until()).contains(Instant.parse("2026-12-01T01:15:00Z"));
    assertThat(strategy.measure()).isEqualTo("两条");
  }

  @Test
  @DisplayName("错在哪一项，话就在哪一项")
  void aMistakeNamesItsField() {
    draft.setUntil("明天");
    assertThat(refused().field()).isEqualTo("until");
    draft.setUntil(null);
    draft.setDailyFrom("22:00");
    assertThat(refused().field()).isEqualTo("dailyUntil");
    draft.setDailyFrom(null);
    draft.setSparedPlates("云A12345\n不是号牌");
    assertThat(refused().field()).isEqualTo("sparedPlates");
    draft.setSparedPlates(null);
    draft.take(KnownMeasure.CHINA_3_HEAVY);
    draft.getRules().add(new RuleDraft());
    assertThat(refused()).hasMessage("第 2 条规则：没有选禁行的排放阶段，请选择。");
    draft.getRules().get(1).setWorst(EmissionStage.CHINA_2);
    draft.getRules().get(1).setTypes("H11，重卡");
    assertThat(refused()).hasMessageStartingWith("第 2 条规则：车辆类型应为");
    draft.setFrom(" ");
    draft.getRules().remove(1);
    assertThat(refused().field()).isEqualTo("from");
  }

  private Rejected refused() {
    return catchThrowableOfType(Rejected.class, () -> composed(draft));
  }

  private static ControlStrategy composed(StrategyDraft draft) {
    return draft.strategy(rules -> rules.size() == 2 ? "两条" : "几条");
  }
}
