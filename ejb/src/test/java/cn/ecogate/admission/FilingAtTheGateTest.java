package cn.ecogate.admission;

import static cn.ecogate.admission.Truck.NOW;
import static cn.ecogate.admission.Truck.aTruck;
import static cn.ecogate.admission.Truck.admitted;
import static cn.ecogate.admission.Truck.answer;
import static cn.ecogate.admission.Truck.decide;
import static cn.ecogate.admission.Truck.needsGuard;
import static cn.ecogate.admission.Truck.refused;
import static cn.ecogate.admission.entity.Reason.Code.COLOR_DIFFERS;
import static cn.ecogate.admission.entity.Reason.Code.EXCEEDING_LISTED;
import static cn.ecogate.admission.entity.Reason.Code.FILING_EXPIRED;
import static cn.ecogate.admission.entity.Reason.Code.FILING_UNREVIEWED;
import static cn.ecogate.admission.entity.Reason.Code.MACHINE_AT_GATE;
import static cn.ecogate.admission.entity.Reason.Code.OUT_OF_SERVICE;
import static cn.ecogate.admission.entity.Reason.Code.SIMILAR_PLATE;
import static cn.ecogate.admission.entity.Reason.Code.STAGE_BELOW_STRATEGY;
import static cn.ecogate.admission.entity.Reason.Code.TRANSPORT_STOPPED;
import static cn.ecogate.admission.entity.Reason.Code.VEHICLE_NOT_FILED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.admission.entity.Standing;
import cn.ecogate.testing.Clause;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleUse;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the filing says at the gate, whose plate it may be, and whom a strategy spares. */
class FilingAtTheGateTest {

  @Test
  @Clause("HJ 1321-2023 车辆信息审核校验")
  @DisplayName("备案到期的那一刻起请值守处理，早一毫秒仍放行；应急车辆不因到期拦停")
  void anExpiredFilingNeedsAGuard() {
    assertThat(decide(aTruck().filedUntil(NOW.plusMillis(1)))).isEqualTo(admitted());
    assertThat(decide(aTruck().filedUntil(NOW))).isEqualTo(needsGuard(FILING_EXPIRED));
    assertThat(answer(aTruck().filedUntil(NOW), "filing-valid").reason().map(Reason::sentence))
        .contains("备案已于 2026-11-28 12:00 到期，请值守核实并续期。");
    assertThat(decide(aTruck().usedFor(VehicleUse.FIRE).filedUntil(NOW))).isEqualTo(admitted());
  }

  @ParameterizedTest
  @EnumSource(Standing.class)
  @Clause("HJ 1321-2023 车辆信息审核校验")
  @DisplayName("每种备案状态：有效和临时放行，待审核、维修、停用请值守处理")
  void everyStandingHasItsAnswer(Standing standing) {
    Truck.Said expected;
    switch (standing) {
      case IN_FORCE:
      case TEMPORARY:
        expected = admitted();
        break;
      case AWAITING_REVIEW:
        expected = needsGuard(FILING_UNREVIEWED);
        break;
      default:
        expected = needsGuard(OUT_OF_SERVICE);
    }
    assertThat(decide(aTruck().standing(standing))).isEqualTo(expected);
    assertThat(decide(aTruck().standing(standing).onTheExceedingList()).kind())
        .isEqualTo("refused");
    assertThat(decide(aTruck().drivingOut().standing(standing))).isEqualTo(admitted());
  }

  @Test
  @DisplayName("待审核的“救护车”只是自称，也请值守处理")
  void anUnreviewedAmbulanceIsOnlyAClaim() {
    assertThat(decide(aTruck().usedFor(VehicleUse.AMBULANCE).standing(Standing.AWAITING_REVIEW)))
        .isEqualTo(needsGuard(FILING_UNREVIEWED));
  }

  @Test
  @Clause("HJ 1321-2023 号牌和号牌颜色识别")
  @DisplayName("同一号牌备案为另一颜色：写明两种颜色，请值守核对")
  void anotherColorOfTheSamePlateIsSaid() {
    Truck truck = aTruck().notFiled().besideTheFiled("云A12345", PlateColor.BLUE);
    assertThat(decide(truck)).isEqualTo(needsGuard(VEHICLE_NOT_FILED, COLOR_DIFFERS));
    assertThat(answer(truck, "plate-color").reason().map(Reason::sentence))
        .contains("备案为蓝牌，识别为黄牌，请值守核对号牌颜色。");
  }

  @Test
  @Clause("HJ 1321-2023 号牌识别")
  @DisplayName("相近号牌只提示，从不据以放行，也不替未备案说话")
  void similarPlatesAreOfferedNeverDecided() {
    Truck truck =
        aTruck()
            .notFiled()
            .besideTheFiled("云A1234S", PlateColor.YELLOW)
            .besideTheFiled("贵A12345", PlateColor.YELLOW)
            .besideTheFiled("云A12346", PlateColor.YELLOW)
            .besideTheFiled("云A12347", PlateColor.YELLOW);
    assertThat(decide(truck)).isEqualTo(needsGuard(VEHICLE_NOT_FILED, SIMILAR_PLATE));
    assertThat(answer(truck, "similar-plate").reason().map(Reason::sentence))
        .contains("是否为 云A1234S（黄）、贵A12345（黄）、云A12346（黄）？请值守核对后更正号牌。");
    assertThat(decide(truck.onTheExceedingList()))
        .isEqualTo(refused(EXCEEDING_LISTED, VEHICLE_NOT_FILED, SIMILAR_PLATE));
  }

  @Test
  @Clause("HJ 1321-2023 非道路移动机械管理")
  @DisplayName("装载机开到运输车辆通道，请值守核实")
  void aMachineAtAVehicleGateNeedsAGuard() {
    assertThat(decide(aTruck().ofType("J11"))).isEqualTo(needsGuard(MACHINE_AT_GATE));
  }

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("策略的例外车辆（民生保障）和例外车队放行并写明，别的策略照样约束它")
  void whomAStrategySparesPassesThatStrategyOnly() {
    Spared plates = new Spared(Set.of("云A12345"), Set.of(), "民生保障");
    Spared fleets = new Spared(Set.of(), Set.of("城投环卫"), "民生保障");
    assertThat(decide(aTruck().under(stop(plates)))).isEqualTo(admitted());
    assertThat(answer(aTruck().under(stop(plates)), "strategy-exception").found())
        .isEqualTo("是管控策略“停运”的例外车辆（民生保障）。");
    assertThat(decide(aTruck().ofFleet("城投环卫").under(stop(fleets)))).isEqualTo(admitted());
    assertThat(decide(aTruck().ofFleet("别家").under(stop(fleets))))
        .isEqualTo(refused(TRANSPORT_STOPPED));
    assertThat(
            decide(
                aTruck()
                    .ofStage(EmissionStage.CHINA_4)
                    .under(stop(plates))
                    .underFloor(EmissionStage.CHINA_5)))
        .isEqualTo(refused(STAGE_BELOW_STRATEGY));
  }

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("限制出厂的策略只管出厂，限制入厂的只管入厂")
  void aStrategyIsAboutItsDirections() {
    Restriction out =
        new Restriction(
            "错峰出厂",
            Set.of(VehicleGroup.HEAVY_GOODS),
            Set.of(),
            Set.of(),
            Set.of(VehicleUse.FREIGHT),
            Set.of(Direction.OUT),
            EmissionStage.CHINA_5,
            Spared.NOBODY);
    Truck dirty = aTruck().ofStage(EmissionStage.CHINA_4).under(out);
    assertThat(decide(dirty)).isEqualTo(admitted());
    assertThat(decide(dirty.drivingOut())).isEqualTo(refused(STAGE_BELOW_STRATEGY));
    assertThat(answer(dirty, "stage-floor").reason().map(Reason::sentence))
        .contains("管控策略“错峰出厂”禁止使用性质为货运的国五及以下重型货车出厂，本车为国四柴油。");
    assertThat(
            decide(
                aTruck()
                    .usedFor(VehicleUse.RENTAL)
                    .ofStage(EmissionStage.CHINA_4)
                    .under(out)
                    .drivingOut()))
        .isEqualTo(admitted());
  }

  private static Restriction stop(Spared spared) {
    return new Restriction("停运", false, Set.of(), EmissionStage.ELECTRIC).of("停运", spared);
  }
}
