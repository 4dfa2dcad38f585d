package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.vocabulary.VehicleUse;
import java.util.Optional;

/** The rules that say why a vehicle passes although others would have looked at it. */
final class Permissions {

  private Permissions() {}

  static Finding emergencyVehiclesPass(Facts facts) {
    Optional<VehicleUse> use = facts.vehicle().map(FiledVehicle::use).flatMap(VehicleUse::known);
    return use.isPresent() && use.get().emergency()
        ? Finding.passed("使用性质为" + use.get().label() + "，属应急车辆，不受管控策略限制，放行并记录。")
        : Finding.silent("备案中不是应急车辆。");
  }

  /** Food, medicine, fleets: whom an order leaves alone passes it, and the record says by which. */
  static Finding whomStrategiesSpare(Facts facts) {
    if (facts.vehicle().isEmpty()) {
      return Finding.silent("没有备案信息，不能核对例外车辆。");
    }
    for (Restriction restriction : facts.restrictions()) {
      if (restriction.directions().contains(facts.direction())
          && restriction.concerns(facts.vehicle().get())
          && restriction.spared().has(facts.plate(), facts.vehicle().get())) {
        return Finding.passed(
            "是管控策略“" + restriction.strategy() + "”的例外车辆（" + restriction.spared().why() + "）。");
      }
    }
    return Finding.silent("不是现行管控策略的例外车辆。");
  }

  static Finding exitsAreRecorded(Facts facts) {
    return Finding.passed("出厂车辆放行并记录。");
  }
}
