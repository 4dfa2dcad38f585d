package cn.ecogate.strategy.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.Origin;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.ResponseLevel;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("本厂的管控不比平台松")
class NeverLaxerTest {

  private static final Instant START = Instant.parse("2026-11-28T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-01T12:00:00Z");
  private static final Set<FuelType> DIESEL = Set.of(FuelType.DIESEL);
  private static final Set<FuelType> GAS = Set.of(FuelType.NATURAL_GAS);

  private static final ControlStrategy ORDERED =
      strategy(KnownMeasure.CHINA_4_HEAVY.restrictions(), Spared.NOBODY, Optional.empty());

  @Test
  @DisplayName("四条现成措施两两比较，只有不松的才通过")
  void everyMeasureAgainstEveryOther() {
    boolean[][] strictEnough = {
      // instead of: 1, 2, 3, 4; ordered is the row
      {true, true, true, true},
      {false, true, true, true},
      {false, false, true, true},
      {false, false, false, true},
    };
    for (KnownMeasure ordered : KnownMeasure.values()) {
      for (KnownMeasure house : KnownMeasure.values()) {
        List<String> points =
            NeverLaxer.points(
                strategy(ordered.restrictions(), Spared.NOBODY, Optional.empty()),
                strategy(house.restrictions(), Spared.NOBODY, Optional.empty()));
        assertThat(points.isEmpty())
            .as("%s instead of %s: %s", house, ordered, points)
            .isEqualTo(strictEnough[ordered.ordinal()][house.ordinal()]);
      }
    }
  }

  @Test
  @DisplayName("两条规则合起来抵得过平台的一条")
  void twoRulesTogetherDoWhatOneDoes() {
    Restriction diesel = new Restriction("", true, DIESEL, EmissionStage.CHINA_4);
    Restriction gas = new Restriction("", true, GAS, EmissionStage.CHINA_4);
    assertThat(laxer(List.of(diesel, gas))).isEmpty();
    assertThat(laxer(List.of(diesel))).singleElement().asString().contains("天然气", "入厂", "现没有同样的限制");
  }

  @Test
  @DisplayName("例外车辆、限定时段、晚开始、早结束，各写明一点")
  void everyLaxerPointIsNamed() {
    ControlStrategy house =
        new ControlStrategy(
            1,
            1,
            "平台橙色预警",
            AlertLevel.ORANGE,
            ResponseLevel.SECOND,
            START.plusSeconds(3600),
            Optional.of(END.minusSeconds(3600)),
            Optional.of(new DailyHours(LocalTime.of(6, 0), LocalTime.of(22, 0))),
            "措施",
            ORDERED.restrictions(),
            new Spared(Set.of("云A12345"), Set.of(), "民生保障"),
            ORDERED.origin());
    assertThat(NeverLaxer.points(ORDERED, house))
        .containsExactly(
            "开始时间晚于平台规定的 2026-11-28 08:00，现为 2026-11-28 09:00",
            "结束时间早于平台规定的 2026-12-01 20:00，现为 2026-12-01 19:00",
            "平台没有限定每日时段，现只在每日 06:00 至 22:00管控",
            "平台没有例外车辆，现设了例外");
  }

  private static List<String> laxer(List<Restriction> rules) {
    return NeverLaxer.points(ORDERED, strategy(rules, Spared.NOBODY, Optional.empty()));
  }

  private static ControlStrategy strategy(
      List<Restriction> rules, Spared spared, Optional<DailyHours> hours) {
    return new ControlStrategy(
        1,
        1,
        "平台橙色预警",
        AlertLevel.ORANGE,
        ResponseLevel.SECOND,
        START,
        Optional.of(END),
        hours,
        "措施",
        rules,
        spared,
        Optional.of(new Origin("city", "7")));
  }
}
