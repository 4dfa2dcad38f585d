package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
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

  static Finding exitsAreRecorded(Facts facts) {
    return Finding.passed("出厂车辆放行并记录。");
  }
}
