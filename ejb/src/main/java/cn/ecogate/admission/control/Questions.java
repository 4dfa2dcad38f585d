package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.vocabulary.VehicleUse;

/** The rules that call a guard when the facts do not suffice. */
final class Questions {

  private Questions() {}

  static Finding stageIsKnownUnderAStrategy(Facts facts) {
    if (facts.vehicle().isEmpty()) {
      return Finding.silent("没有备案信息，不能核对排放阶段。");
    }
    FiledVehicle vehicle = facts.vehicle().get();
    if (vehicle.stage().known()) {
      return Finding.passed("备案的排放阶段为" + vehicle.stage().label() + "。");
    }
    if (vehicle.emergency()) {
      return Finding.silent("应急车辆，不受管控策略限制。");
    }
    for (Restriction restriction : facts.restrictions()) {
      if (!restriction.stopsTransport() && restriction.concerns(vehicle)) {
        return Finding.asksGuard(
            "备案的排放阶段为未知，而管控策略“" + restriction.strategy() + "”禁止" + restriction.words() + "入厂。",
            Reason.Code.STAGE_UNKNOWN,
            "排放阶段未知，管控策略“" + restriction.strategy() + "”生效中，请值守查验随车清单。");
      }
    }
    return Finding.passed("备案的排放阶段为未知，现行管控策略不涉及本车。");
  }

  static Finding vehicleIsFiled(Facts facts) {
    if (facts.vehicle().isPresent()) {
      FiledVehicle vehicle = facts.vehicle().get();
      String use = VehicleUse.known(vehicle.use()).map(VehicleUse::label).orElse("未填");
      return Finding.passed("已备案：" + vehicle.words() + "，使用性质：" + use + "。");
    }
    if (facts.plate().isEmpty()) {
      return Finding.silent("没有号牌可查备案。");
    }
    String plate = facts.plate().get().text();
    return Finding.asksGuard(
        "号牌 " + plate + "（" + facts.color().label() + "）没有备案。",
        Reason.Code.VEHICLE_NOT_FILED,
        plate + " 未备案，请值守核实并临时备案。");
  }

  static Finding plateIsRead(Facts facts) {
    if (facts.sighting() == Sighting.NO_PLATE) {
      return Finding.silent("车辆没有号牌。");
    }
    return facts.sighting() == Sighting.READ && facts.plate().isPresent()
        ? Finding.passed("号牌已识别：" + facts.plate().get().text() + "。")
        : Finding.asksGuard("相机没有读出号牌。", Reason.Code.PLATE_UNREAD, "号牌未识别，请值守人工录入号牌。");
  }

  static Finding plateIsThere(Facts facts) {
    return facts.sighting() == Sighting.NO_PLATE
        ? Finding.asksGuard("车辆没有号牌。", Reason.Code.NO_PLATE, "车辆无号牌，请值守核实车辆信息。")
        : Finding.passed("车辆有号牌。");
  }
}
