package cn.ecogate.admission;

import static cn.ecogate.admission.Truck.NOW;
import static cn.ecogate.admission.Truck.aTruck;
import static cn.ecogate.admission.Truck.admitted;
import static cn.ecogate.admission.Truck.answer;
import static cn.ecogate.admission.Truck.decide;
import static cn.ecogate.admission.Truck.needsGuard;
import static cn.ecogate.admission.Truck.refused;
import static cn.ecogate.admission.entity.Reason.Code.ALREADY_INSIDE;
import static cn.ecogate.admission.entity.Reason.Code.EXCEEDING_LISTED;
import static cn.ecogate.admission.entity.Reason.Code.LANE_CLOSED;
import static cn.ecogate.admission.entity.Reason.Code.MACHINE_AT_GATE;
import static cn.ecogate.admission.entity.Reason.Code.NO_ENTRANCE;
import static cn.ecogate.admission.entity.Reason.Code.PLANT_FULL;
import static cn.ecogate.admission.entity.Reason.Code.VEHICLE_NOT_FILED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.boundary.Admission;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer.Outcome;
import cn.ecogate.testing.Clause;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the lane, the plant and the vehicle's last entrance have to say. */
class AroundTheGateTest {

  private static final Instant THIS_MORNING = NOW.minus(Duration.ofHours(4));

  @Test
  @Clause("HJ 1321-2023 道闸控制")
  @DisplayName("通道关闭：进厂禁行并指路，出厂和应急车辆由值守引导")
  void aClosedLane() {
    assertThat(decide(aTruck().atALaneClosedFor("路面施工"))).isEqualTo(refused(LANE_CLOSED));
    assertThat(sentence(aTruck().atALaneClosedFor("路面施工"), "lane-open"))
        .isEqualTo("本通道已关闭（路面施工），请走其他通道。");
    assertThat(decide(aTruck().drivingOut().atALaneClosedFor("路面施工")))
        .isEqualTo(needsGuard(LANE_CLOSED));
    assertThat(decide(aTruck().usedFor(VehicleUse.FIRE).atALaneClosedFor("路面施工")))
        .isEqualTo(needsGuard(LANE_CLOSED));
    assertThat(decide(aTruck().onTheExceedingList().atALaneClosedFor("路面施工")))
        .isEqualTo(refused(LANE_CLOSED, EXCEEDING_LISTED));
  }

  @Test
  @Clause("HJ 1321-2023 进出厂记录")
  @DisplayName("出厂而没有入厂记录：放行，但记下来要人查明")
  void anExitWithoutAnEntrance() {
    Truck truck = aTruck().drivingOut().nobodyHasSeenComeIn();
    assertThat(decide(truck)).isEqualTo(admitted());
    assertThat(answer(truck, "entrance-known").outcome()).isEqualTo(Outcome.NOTES);
    assertThat(Admission.decide(truck.facts()).notes())
        .extracting(Reason::code)
        .containsExactly(NO_ENTRANCE);
    Truck seen = aTruck().drivingOut().insideByAnotherLaneSince(THIS_MORNING);
    assertThat(Admission.decide(seen.facts()).notes()).isEmpty();
    assertThat(answer(seen, "entrance-known").found()).isEqualTo("于 2026-11-28 08:00 入厂。");
  }

  @Test
  @DisplayName("没有号牌、还不知道谁在厂内、事后补记的，不说它没有入厂记录")
  void whereNothingIsKnownNothingIsSaid() {
    for (Truck truck :
        new Truck[] {
          aTruck().drivingOut(),
          aTruck().drivingOut().withoutPlate().nobodyHasSeenComeIn(),
          aTruck().drivingOut().nobodyHasSeenComeIn().toldAfterwards()
        }) {
      assertThat(Admission.decide(truck.facts()).notes()).isEmpty();
    }
    assertThat(decide(aTruck())).isEqualTo(admitted());
    assertThat(
            decide(
                aTruck().insideByAnotherLaneSince(THIS_MORNING).whileInside(9, 9).toldAfterwards()))
        .isEqualTo(admitted());
  }

  @Test
  @Clause("HJ 1321-2023 进出厂记录")
  @DisplayName("已在厂内又来入厂：请值守核实，写明何时入厂；应急车辆不拦")
  void aSecondEntrance() {
    assertThat(decide(aTruck().insideByAnotherLaneSince(THIS_MORNING)))
        .isEqualTo(needsGuard(ALREADY_INSIDE));
    assertThat(sentence(aTruck().insideByAnotherLaneSince(THIS_MORNING), "already-inside"))
        .isEqualTo("该车已于 2026-11-28 08:00 入厂，没有出厂记录，请值守核实是否同一车辆、是否套牌。");
    assertThat(decide(aTruck().nobodyHasSeenComeIn())).isEqualTo(admitted());
    assertThat(
            decide(aTruck().usedFor(VehicleUse.AMBULANCE).insideByAnotherLaneSince(THIS_MORNING)))
        .isEqualTo(admitted());
  }

  @Test
  @DisplayName("刚从本通道放行的车十分钟内再被看到是同一次停车；从别的通道来的不是")
  void seenTwiceAtOneStop() {
    Instant tenMinutesAgo = NOW.minus(Duration.ofMinutes(10));
    assertThat(decide(aTruck().insideByThisLaneSince(tenMinutesAgo))).isEqualTo(admitted());
    assertThat(decide(aTruck().insideByThisLaneSince(tenMinutesAgo.minusMillis(1))))
        .isEqualTo(needsGuard(ALREADY_INSIDE));
    assertThat(decide(aTruck().insideByAnotherLaneSince(tenMinutesAgo)))
        .isEqualTo(needsGuard(ALREADY_INSIDE));
  }

  @Test
  @DisplayName("厂内车辆到了上限：第一辆到上限的就等候，差一辆的放行；应急车辆不等")
  void aFullPlant() {
    assertThat(decide(aTruck().whileInside(119, 120))).isEqualTo(admitted());
    assertThat(decide(aTruck().whileInside(120, 120))).isEqualTo(needsGuard(PLANT_FULL));
    assertThat(decide(aTruck().whileInside(3, 120).whileInside(10, 10)))
        .isEqualTo(needsGuard(PLANT_FULL));
    assertThat(sentence(aTruck().whileInside(121, 120), "capacity"))
        .isEqualTo("厂内已有 121 辆，上限 120 辆，请在外等候，由值守安排入厂。");
    assertThat(decide(aTruck().usedFor(VehicleUse.FIRE).whileInside(120, 120)))
        .isEqualTo(admitted());
    assertThat(decide(aTruck().drivingOut().whileInside(120, 120))).isEqualTo(admitted());
  }

  @Test
  @Clause("HJ 1321-2023 非道路移动机械管理")
  @DisplayName("号牌登记在机械台账上的，按机械请值守处理")
  void aPlateOfTheMachineRegister() {
    Truck machine = aTruck().wearingThePlateOf("装载机（JX-001）");
    assertThat(decide(machine)).isEqualTo(needsGuard(VEHICLE_NOT_FILED, MACHINE_AT_GATE));
    assertThat(answer(machine, "machine-at-gate").found()).isEqualTo("该号牌登记为装载机（JX-001），属非道路移动机械。");
  }

  private static String sentence(Truck truck, String rule) {
    return answer(truck, rule).reason().orElseThrow().sentence();
  }
}
