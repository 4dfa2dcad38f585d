package cn.ecogate.strategy.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.ResponseLevel;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("策略读成一句话")
class StrategySentenceTest {

  @Test
  @DisplayName("四条现成措施的读法")
  void theFourMeasuresReadBack() {
    assertThat(StrategySentence.bans(KnownMeasure.CHINA_3_HEAVY.restrictions()))
        .isEqualTo("禁止国三及以下柴油、天然气重型货车入厂");
    assertThat(StrategySentence.bans(KnownMeasure.CHINA_4_HEAVY.restrictions()))
        .isEqualTo("禁止国四及以下柴油、天然气重型货车入厂");
    assertThat(StrategySentence.bans(KnownMeasure.CHINA_4_DIESEL_CHINA_5_GAS.restrictions()))
        .isEqualTo("禁止国四及以下柴油重型货车入厂，禁止国五及以下天然气重型货车入厂");
    assertThat(StrategySentence.bans(KnownMeasure.TRANSPORT_STOPPED.restrictions()))
        .isEqualTo("停止公路运输（车辆禁止入厂）");
  }

  @Test
  @DisplayName("现成的措施认得出来，放在哪条策略里、有没有例外都一样")
  void aReadyMadeMeasureIsKnownAgain() {
    for (KnownMeasure known : KnownMeasure.values()) {
      List<Restriction> part =
          known.restrictions().stream()
              .map(each -> each.of("橙色预警", new Spared(Set.of("云A12345"), Set.of(), "民生保障")))
              .toList();
      assertThat(KnownMeasure.of(part)).contains(known);
    }
    assertThat(KnownMeasure.of(List.of())).isEmpty();
  }

  @Test
  @DisplayName("起止、每日时段、用途、方向、例外都读得出来")
  void everythingThatWasComposedIsRead() {
    Restriction rule =
        new Restriction(
            "",
            Set.of(VehicleGroup.HEAVY_GOODS),
            Set.of("K11"),
            Set.of(FuelType.DIESEL),
            Set.of(VehicleUse.FREIGHT),
            Set.of(Direction.IN, Direction.OUT),
            EmissionStage.CHINA_4,
            Spared.NOBODY);
    ControlStrategy strategy =
        new ControlStrategy(
            0,
            0,
            "错峰",
            AlertLevel.ORANGE,
            ResponseLevel.SECOND,
            Instant.parse("2026-11-28T00:00:00Z"),
            Optional.of(Instant.parse("2026-12-01T12:00:00Z")),
            Optional.of(new DailyHours(LocalTime.of(22, 0), LocalTime.of(6, 0))),
            "措施",
            List.of(rule),
            new Spared(Set.of("云A12345"), Set.of("城投环卫"), "民生保障"),
            Optional.empty());
    assertThat(StrategySentence.of(strategy))
        .isEqualTo(
            "自 2026-11-28 08:00 起至 2026-12-01 20:00 止，每日 22:00 至次日 06:00，"
                + "禁止使用性质为货运的国四及以下柴油重型货车、大型普通客车进出厂，"
                + "城投环卫的车辆、云A12345除外（民生保障）；警用、消防、救护、工程救险车辆不受限制。");
  }

  @Test
  @DisplayName("不同的规则读出来不同：逐一核对两种大类、三种燃料、两种用途、方向、阶段的所有组合")
  void differentRulesNeverReadAlike() {
    List<Set<VehicleGroup>> groups =
        List.of(
            Set.of(),
            Set.of(VehicleGroup.HEAVY_GOODS),
            Set.of(VehicleGroup.COACHES),
            Set.of(VehicleGroup.HEAVY_GOODS, VehicleGroup.COACHES));
    List<Set<FuelType>> fuels =
        List.of(
            Set.of(),
            Set.of(FuelType.DIESEL),
            Set.of(FuelType.NATURAL_GAS),
            Set.of(FuelType.ELECTRIC),
            Set.of(FuelType.DIESEL, FuelType.NATURAL_GAS));
    List<Set<VehicleUse>> uses =
        List.of(Set.of(), Set.of(VehicleUse.FREIGHT), Set.of(VehicleUse.FREIGHT, VehicleUse.TAXI));
    List<Set<Direction>> ways =
        List.of(Set.of(Direction.IN), Set.of(Direction.OUT), Set.of(Direction.values()));
    Map<String, Restriction> read = new HashMap<>();
    int rules = 0;
    for (Set<VehicleGroup> group : groups) {
      for (Set<String> types : List.of(Set.<String>of(), Set.of("H31"), Set.of("H31", "N11"))) {
        for (Set<FuelType> fuel : fuels) {
          for (Set<VehicleUse> use : uses) {
            for (Set<Direction> way : ways) {
              for (EmissionStage worst : EmissionStage.values()) {
                if (worst.known()) {
                  Restriction rule =
                      new Restriction("", group, types, fuel, use, way, worst, Spared.NOBODY);
                  Restriction twin = read.put(StrategySentence.bans(List.of(rule)), rule);
                  assertThat(twin).as("reads like %s", rule).isNull();
                  rules++;
                }
              }
            }
          }
        }
      }
    }
    assertThat(rules).isEqualTo(4 * 3 * 5 * 3 * 3 * 8);
  }
}
