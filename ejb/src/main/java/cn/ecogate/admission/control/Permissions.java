package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Whereabouts;
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

  /** Nobody is held inside for a missing record; a person has to find out how it came in. */
  static Finding exitsHaveAnEntrance(Facts facts) {
    if (!facts.around().live()) {
      return Finding.silent(Wording.HISTORY);
    }
    if (facts.plate().isEmpty()) {
      return Finding.silent("没有号牌可查入厂记录。");
    }
    Optional<Whereabouts> known = facts.around().whereabouts();
    if (known.isEmpty()) {
      return Finding.silent("在厂车辆正在核对，暂不能查入厂记录。");
    }
    return known
        .get()
        .insideSince()
        .map(since -> Finding.passed("于 " + Wording.minute(since) + " 入厂。"))
        .orElseGet(
            () ->
                Finding.notes(
                    "没有找到本次出厂对应的入厂记录。",
                    Reason.Code.NO_ENTRANCE,
                    facts.plate().get().text() + " 出厂而没有入厂记录，请查明何时、从哪里入厂。"));
  }

  static Finding exitsAreRecorded(Facts facts) {
    return Finding.passed("出厂车辆放行并记录。");
  }
}
