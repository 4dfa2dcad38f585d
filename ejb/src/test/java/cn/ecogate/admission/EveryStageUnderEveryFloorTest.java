package cn.ecogate.admission;

import static cn.ecogate.admission.Truck.aTruck;
import static cn.ecogate.admission.Truck.admitted;
import static cn.ecogate.admission.Truck.decide;
import static cn.ecogate.admission.Truck.needsGuard;
import static cn.ecogate.admission.Truck.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Reason.Code;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.testing.Clause;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every stage under every floor, for every fuel, heavy and light, against numbers of its own. */
class EveryStageUnderEveryFloorTest {

  /** How clean a stage is; unknown has no number. Not taken from the enum's own order. */
  private static final Map<EmissionStage, Integer> CLEANNESS =
      new EnumMap<>(
          Map.of(
              EmissionStage.CHINA_0, 0,
              EmissionStage.CHINA_1, 1,
              EmissionStage.CHINA_2, 2,
              EmissionStage.CHINA_3, 3,
              EmissionStage.CHINA_4, 4,
              EmissionStage.CHINA_5, 5,
              EmissionStage.CHINA_6, 6,
              EmissionStage.ELECTRIC, 7));

  private static final List<Set<FuelType>> FUELS_MEANT =
      List.of(
          Set.of(),
          Set.of(FuelType.DIESEL),
          Set.of(FuelType.DIESEL, FuelType.NATURAL_GAS),
          Set.of(FuelType.values()));

  private static final Map<String, Boolean> TYPES =
      Map.of(
          "H11", true, "H19", true, "Q11", true, "Q12", true, "Z51", true, "H21", false, "H31",
          false, "Z11", false, "K33", false, "N11", false);

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("每个排放阶段在每条界线下，逐一核对")
  void everyCombinationIsDecidedByTheLetterOfTheStrategy() {
    int cases = 0;
    for (EmissionStage worst : CLEANNESS.keySet()) {
      for (boolean heavyOnly : new boolean[] {true, false}) {
        for (Set<FuelType> meant : FUELS_MEANT) {
          Restriction restriction = new Restriction("管控", heavyOnly, meant, worst);
          for (EmissionStage stage : EmissionStage.values()) {
            for (FuelType fuel : FuelType.values()) {
              for (Map.Entry<String, Boolean> type : TYPES.entrySet()) {
                boolean concerned =
                    (!heavyOnly || type.getValue()) && (meant.isEmpty() || meant.contains(fuel));
                Truck truck =
                    aTruck().ofStage(stage).burning(fuel).ofType(type.getKey()).under(restriction);
                assertThat(decide(truck))
                    .as("%s %s %s under %s", stage, fuel, type.getKey(), restriction)
                    .isEqualTo(expected(concerned, stage, worst));
                cases++;
              }
            }
          }
        }
      }
    }
    assertThat(cases).isEqualTo(8 * 2 * 4 * 9 * 14 * 10);
  }

  private static Truck.Said expected(boolean concerned, EmissionStage stage, EmissionStage worst) {
    if (!concerned) {
      return admitted();
    }
    if (worst == EmissionStage.ELECTRIC) {
      return refused(Code.TRANSPORT_STOPPED);
    }
    if (stage == EmissionStage.UNKNOWN) {
      return needsGuard(Code.STAGE_UNKNOWN);
    }
    return CLEANNESS.get(stage) <= CLEANNESS.get(worst)
        ? refused(Code.STAGE_BELOW_STRATEGY)
        : admitted();
  }
}
