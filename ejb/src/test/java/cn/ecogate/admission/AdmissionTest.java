package cn.ecogate.admission;

import static cn.ecogate.admission.Truck.aTruck;
import static cn.ecogate.admission.Truck.admitted;
import static cn.ecogate.admission.Truck.answer;
import static cn.ecogate.admission.Truck.decide;
import static cn.ecogate.admission.Truck.needsGuard;
import static cn.ecogate.admission.Truck.refused;
import static cn.ecogate.admission.entity.Reason.Code.EXCEEDING_LISTED;
import static cn.ecogate.admission.entity.Reason.Code.NO_PLATE;
import static cn.ecogate.admission.entity.Reason.Code.PLATE_UNREAD;
import static cn.ecogate.admission.entity.Reason.Code.STAGE_BELOW_STRATEGY;
import static cn.ecogate.admission.entity.Reason.Code.STAGE_UNKNOWN;
import static cn.ecogate.admission.entity.Reason.Code.TRANSPORT_STOPPED;
import static cn.ecogate.admission.entity.Reason.Code.VEHICLE_NOT_FILED;
import static cn.ecogate.vocabulary.EmissionStage.CHINA_3;
import static cn.ecogate.vocabulary.EmissionStage.CHINA_4;
import static cn.ecogate.vocabulary.EmissionStage.CHINA_5;
import static cn.ecogate.vocabulary.EmissionStage.CHINA_6;
import static cn.ecogate.vocabulary.EmissionStage.ELECTRIC;
import static cn.ecogate.vocabulary.EmissionStage.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.admission.entity.RuleAnswer.Outcome;
import cn.ecogate.testing.Clause;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.VehicleUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The law of the gate, story by story. */
class AdmissionTest {

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("没有管控策略时，已备案的车辆放行，不论排放阶段")
  void aFiledVehiclePassesWhenNothingIsForbidden() {
    assertThat(decide(aTruck())).isEqualTo(admitted());
    assertThat(decide(aTruck().ofStage(CHINA_3))).isEqualTo(admitted());
    assertThat(decide(aTruck().ofStage(UNKNOWN))).isEqualTo(admitted());
  }

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("橙色预警时国四货车禁行，显示屏写明原因")
  void chinaFourIsRefusedWhenTheFloorIsChinaFive() {
    Truck truck = aTruck().ofStage(CHINA_4).underFloor(CHINA_5);
    assertThat(decide(truck)).isEqualTo(refused(STAGE_BELOW_STRATEGY));
    assertThat(answer(truck, "stage-floor").reason().map(Reason::sentence))
        .contains("管控策略“橙色预警管控”禁止国四及以下柴油、天然气重型货车入厂，本车为国四柴油。");
  }

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("达到要求的、轻型的、不在所列燃料的、电动的车辆放行")
  void whatTheStrategyDoesNotMeanPasses() {
    assertThat(decide(aTruck().ofStage(CHINA_5).underFloor(CHINA_5))).isEqualTo(admitted());
    assertThat(decide(aTruck().ofType("H31").ofStage(CHINA_3).underFloor(CHINA_5)))
        .isEqualTo(admitted());
    assertThat(decide(aTruck().burning(FuelType.PETROL).ofStage(CHINA_3).underFloor(CHINA_5)))
        .isEqualTo(admitted());
    assertThat(decide(aTruck().burning(FuelType.ELECTRIC).ofStage(ELECTRIC).underFloor(CHINA_6)))
        .isEqualTo(admitted());
  }

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("几条策略同时生效，每一条都校验，每一条都写明")
  void everyStrategyInForceIsLookedAt() {
    Truck truck =
        aTruck()
            .ofStage(CHINA_4)
            .underFloor(CHINA_5)
            .under(new Restriction("本厂管控", false, Set.of(), CHINA_5))
            .under(new Restriction("日常管控", true, Set.of(FuelType.DIESEL), CHINA_3));
    assertThat(decide(truck)).isEqualTo(refused(STAGE_BELOW_STRATEGY));
    assertThat(answer(truck, "stage-floor").found())
        .contains("橙色预警管控", "本厂管控")
        .doesNotContain("日常管控");
  }

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("停止公路运输时，货车禁行，电动车也禁行")
  void nobodyDrivesWhenTransportIsStopped() {
    assertThat(decide(aTruck().whileTransportIsStopped())).isEqualTo(refused(TRANSPORT_STOPPED));
    assertThat(
            decide(aTruck().burning(FuelType.ELECTRIC).ofStage(ELECTRIC).whileTransportIsStopped()))
        .isEqualTo(refused(TRANSPORT_STOPPED));
    assertThat(decide(aTruck().ofStage(UNKNOWN).whileTransportIsStopped()))
        .isEqualTo(refused(TRANSPORT_STOPPED));
  }

  @Test
  @Clause("HJ 1321-2023 超标车辆校验")
  @DisplayName("超标车辆名单上的车辆禁行，写明来源和原因")
  void listedVehiclesStayOut() {
    Truck truck = aTruck().onTheExceedingList();
    assertThat(decide(truck)).isEqualTo(refused(EXCEEDING_LISTED));
    assertThat(answer(truck, "exceeding-list").found())
        .isEqualTo("在超标车辆名单上：监管平台于 2026-11-01 列入，原因：尾气超标。");
    assertThat(answer(truck, "exceeding-list").reason().orElseThrow().sentence())
        .isEqualTo("该车在超标车辆名单上（监管平台，原因：尾气超标），禁止入厂。");
  }

  @Test
  @Clause("HJ 1321-2023 超标车辆校验")
  @DisplayName("名单上的应急车辆也不自动放行，由值守人工放行")
  void theExceedingListStandsAboveTheEmergencyRule() {
    assertThat(decide(aTruck().usedFor(VehicleUse.FIRE).onTheExceedingList()))
        .isEqualTo(refused(EXCEEDING_LISTED));
  }

  @Test
  @DisplayName("所有原因都保留：先写禁行的，再写要核实的")
  void everyReasonIsKeptObjectionsFirst() {
    assertThat(
            decide(
                aTruck()
                    .ofStage(CHINA_4)
                    .onTheExceedingList()
                    .underFloor(CHINA_5)
                    .whileTransportIsStopped()))
        .isEqualTo(refused(EXCEEDING_LISTED, TRANSPORT_STOPPED, STAGE_BELOW_STRATEGY));
    assertThat(decide(aTruck().notFiled().onTheExceedingList()))
        .isEqualTo(refused(EXCEEDING_LISTED, VEHICLE_NOT_FILED));
    assertThat(decide(aTruck().ofStage(UNKNOWN).underFloor(CHINA_5).whileTransportIsStopped()))
        .isEqualTo(refused(TRANSPORT_STOPPED, STAGE_UNKNOWN));
  }

  @Test
  @Clause("HJ 1321-2023 车辆信息审核校验")
  @DisplayName("未备案的车辆请值守处理")
  void anUnfiledVehicleNeedsAGuard() {
    Truck truck = aTruck().notFiled().underFloor(CHINA_5);
    assertThat(decide(truck)).isEqualTo(needsGuard(VEHICLE_NOT_FILED));
    assertThat(answer(truck, "filed").found()).isEqualTo("号牌 云A12345（黄）没有备案。");
  }

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("停止公路运输时，未备案的车辆请值守核实是否为应急车辆")
  void anUnfiledVehicleMayBeAnAmbulance() {
    assertThat(decide(aTruck().notFiled().whileTransportIsStopped()))
        .isEqualTo(needsGuard(TRANSPORT_STOPPED, VEHICLE_NOT_FILED));
  }

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("排放阶段未知，策略涉及该车时请值守处理，不涉及时放行")
  void anUnknownStageNeedsAGuardOnlyUnderAStrategyThatMeansIt() {
    assertThat(decide(aTruck().ofStage(UNKNOWN).underFloor(CHINA_5)))
        .isEqualTo(needsGuard(STAGE_UNKNOWN));
    assertThat(decide(aTruck().ofStage(UNKNOWN).ofType("H31").underFloor(CHINA_5)))
        .isEqualTo(admitted());
  }

  @Test
  @Clause("HJ 1321-2023 号牌识别")
  @DisplayName("号牌未识别、没有号牌，都请值守处理，停运时也是")
  void whatCannotBeReadNeedsAGuard() {
    assertThat(decide(aTruck().withUnreadPlate())).isEqualTo(needsGuard(PLATE_UNREAD));
    assertThat(decide(aTruck().withoutPlate())).isEqualTo(needsGuard(NO_PLATE));
    assertThat(decide(aTruck().withUnreadPlate().whileTransportIsStopped().underFloor(CHINA_5)))
        .isEqualTo(needsGuard(PLATE_UNREAD));
    assertThat(decide(aTruck().withoutPlate().whileTransportIsStopped()))
        .isEqualTo(needsGuard(NO_PLATE));
  }

  @ParameterizedTest
  @EnumSource(VehicleUse.class)
  @DisplayName("消防、救护、警用、工程救险车辆不受管控策略限制，其他用途都受限制")
  void emergencyVehiclesPassEveryStrategy(VehicleUse use) {
    Set<VehicleUse> emergency =
        Set.of(VehicleUse.FIRE, VehicleUse.AMBULANCE, VehicleUse.POLICE, VehicleUse.RESCUE);
    Truck truck =
        aTruck().usedFor(use).ofStage(CHINA_3).underFloor(CHINA_6).whileTransportIsStopped();
    assertThat(decide(truck))
        .isEqualTo(
            emergency.contains(use)
                ? admitted()
                : refused(TRANSPORT_STOPPED, STAGE_BELOW_STRATEGY));
    assertThat(answer(truck, "emergency").outcome())
        .isEqualTo(emergency.contains(use) ? Outcome.PASSED : Outcome.SILENT);
  }

  @Test
  @DisplayName("应急车辆的排放阶段未知也放行")
  void anEmergencyVehicleOfUnknownStagePasses() {
    assertThat(decide(aTruck().usedFor(VehicleUse.FIRE).ofStage(UNKNOWN).underFloor(CHINA_5)))
        .isEqualTo(admitted());
  }

  @Test
  @Clause("HJ 1321-2023 进出厂记录")
  @DisplayName("出厂车辆一律放行并记录，除通道以外只有一条规则说话")
  void exitsAreAdmittedAndRecorded() {
    List<Truck> leaving =
        List.of(
            aTruck().drivingOut(),
            aTruck().drivingOut().onTheExceedingList().ofStage(CHINA_3).underFloor(CHINA_6),
            aTruck().drivingOut().whileTransportIsStopped(),
            aTruck().drivingOut().notFiled(),
            aTruck().drivingOut().withUnreadPlate(),
            aTruck().drivingOut().withoutPlate());
    for (Truck truck : leaving) {
      assertThat(decide(truck)).isEqualTo(admitted());
      assertThat(Admission.decide(truck.facts()).answers())
          .filteredOn(answer -> answer.outcome() != Outcome.SILENT)
          .extracting(RuleAnswer::rule)
          .containsExactly("lane-open", "exit");
    }
  }

  @Test
  @DisplayName("备案缺类型的按重型对待，缺燃料和阶段的按其他和未知对待")
  void brokenFilingsMakeTheGateStricter() {
    assertThat(decide(aTruck().ofType("").ofStage(CHINA_4).underFloor(CHINA_5)))
        .isEqualTo(refused(STAGE_BELOW_STRATEGY));
    assertThat(decide(aTruck().ofType(null).ofStage(CHINA_4).underFloor(CHINA_5)))
        .isEqualTo(refused(STAGE_BELOW_STRATEGY));
    assertThat(new FiledVehicle(null, null, null, null))
        .isEqualTo(new FiledVehicle("", "", FuelType.OTHER, UNKNOWN));
  }

  @Test
  @DisplayName("策略不能以“未知”为界")
  void aRestrictionNamesAStage() {
    assertThatThrownBy(() -> new Restriction("误填", true, Set.of(), UNKNOWN))
        .hasMessage("管控策略“误填”须指明禁行的排放阶段，不能为未知");
  }

  @Test
  @DisplayName("每条规则都有名称、标题、出处和一句完整的话，且次序固定")
  void everyRuleExplainsItself() {
    for (Truck truck :
        List.of(
            aTruck(),
            aTruck().onTheExceedingList().ofStage(CHINA_3).underFloor(CHINA_5),
            aTruck().notFiled().whileTransportIsStopped(),
            aTruck().ofStage(UNKNOWN).underFloor(CHINA_5),
            aTruck().withUnreadPlate(),
            aTruck().withoutPlate(),
            aTruck().atALaneClosedFor("路面施工").whileInside(3, 3).nobodyHasSeenComeIn(),
            aTruck().insideByAnotherLaneSince(Truck.NOW.minusSeconds(60)),
            aTruck().drivingOut().nobodyHasSeenComeIn(),
            aTruck().toldAfterwards(),
            aTruck().drivingOut())) {
      List<RuleAnswer> answers = Admission.decide(truck.facts()).answers();
      assertThat(answers)
          .extracting(RuleAnswer::rule)
          .containsExactly(
              "lane-open",
              "exceeding-list",
              "transport-stop",
              "stage-floor",
              "stage-known",
              "filed",
              "filing-valid",
              "filing-reviewed",
              "in-service",
              "plate-color",
              "similar-plate",
              "machine-at-gate",
              "already-inside",
              "capacity",
              "plate-read",
              "plate-present",
              "emergency",
              "strategy-exception",
              "entrance-known",
              "exit");
      assertThat(answers)
          .allSatisfy(
              answer -> {
                assertThat(answer.title()).isNotBlank();
                assertThat(answer.clause()).startsWith("HJ 1321-2023 ");
                assertThat(answer.found()).endsWith("。");
                boolean speaks =
                    answer.outcome() == Outcome.REFUSES
                        || answer.outcome() == Outcome.ASKS_GUARD
                        || answer.outcome() == Outcome.NOTES;
                assertThat(answer.reason().isPresent()).isEqualTo(speaks);
                answer.reason().ifPresent(reason -> assertThat(reason.sentence()).endsWith("。"));
              });
    }
  }

  @Test
  @DisplayName("五十条策略也不影响判断")
  void fiftyRestrictionsAreAllLookedAt() {
    List<Restriction> fifty = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      fifty.add(new Restriction("策略" + i, true, Set.of(FuelType.LPG), CHINA_6));
    }
    assertThat(decide(aTruck().under(fifty))).isEqualTo(admitted());
    fifty.add(new Restriction("最后一条", true, Set.of(FuelType.DIESEL), CHINA_6));
    assertThat(decide(aTruck().under(fifty))).isEqualTo(refused(STAGE_BELOW_STRATEGY));
  }
}
