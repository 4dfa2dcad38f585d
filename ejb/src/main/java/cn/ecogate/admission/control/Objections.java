package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Closure;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.vocabulary.Direction;

/** The rules that can refuse a vehicle. */
final class Objections {

  private Objections() {}

  /**
   * Whoever saves lives, or wants out, is for the guard to see through: he knows why it is shut.
   */
  static Finding closedLanesLetNobodyIn(Facts facts) {
    if (!facts.around().live()) {
      return Finding.silent(Wording.HISTORY);
    }
    if (facts.around().closure().isEmpty()) {
      return Finding.passed("本通道开放。");
    }
    Closure closure = facts.around().closure().get();
    String found = "本通道自 " + Wording.minute(closure.since()) + " 起关闭：" + closure.reason() + "。";
    if (facts.direction() == Direction.OUT || facts.emergency()) {
      return Finding.asksGuard(
          found, Reason.Code.LANE_CLOSED, "本通道已关闭（" + closure.reason() + "），请值守引导车辆通行。");
    }
    return Finding.refuses(
        found, Reason.Code.LANE_CLOSED, "本通道已关闭（" + closure.reason() + "），请走其他通道。");
  }

  /** Emergency vehicles included, see the package's decisions. */
  static Finding listedVehiclesStayOut(Facts facts) {
    if (facts.listing().isPresent()) {
      Listing listing = facts.listing().get();
      String why =
          listing.reason() == null || listing.reason().isBlank() ? "未注明" : listing.reason();
      return Finding.refuses(
          "在超标车辆名单上：" + listing.source() + "于 " + listing.issued() + " 列入，原因：" + why + "。",
          Reason.Code.EXCEEDING_LISTED,
          "该车在超标车辆名单上（" + listing.source() + "，原因：" + why + "），禁止入厂。");
    }
    return facts.plate().isPresent() ? Finding.passed("不在超标车辆名单上。") : Finding.silent("没有号牌可查名单。");
  }

  static Finding nobodyDrivesWhenTransportIsStopped(Facts facts) {
    boolean asked = false;
    for (Restriction restriction : facts.restrictions()) {
      if (!restriction.stopsTransport() || !facts.under(restriction)) {
        continue;
      }
      if (facts.vehicle().isEmpty()) {
        asked = true;
      } else if (!facts.vehicle().get().emergency()
          && restriction.concerns(facts.vehicle().get())) {
        return Finding.refuses(
            "管控策略“" + restriction.strategy() + "”已停止公路运输，本车为" + facts.vehicle().get().words() + "。",
            Reason.Code.TRANSPORT_STOPPED,
            "管控策略“"
                + restriction.strategy()
                + "”：停止公路运输，"
                + restriction.words()
                + "禁止"
                + facts.way()
                + "。");
      }
    }
    if (asked) {
      return facts.plate().isPresent()
          ? Finding.asksGuard(
              "已停止公路运输；本车未备案，不能确认是否为应急车辆。",
              Reason.Code.TRANSPORT_STOPPED,
              "已停止公路运输，本车未备案，请值守核实是否为应急车辆。")
          : Finding.silent("已停止公路运输；没有号牌可查备案，由值守录入后再判断。");
    }
    return Finding.passed("没有涉及本车的停止公路运输措施。");
  }

  static Finding stageMeetsTheStrategyInForce(Facts facts) {
    if (facts.restrictions().isEmpty()) {
      return Finding.passed("现在没有限制排放阶段的管控策略。");
    }
    if (facts.vehicle().isEmpty()) {
      return Finding.silent("没有备案信息，不能核对排放阶段。");
    }
    FiledVehicle vehicle = facts.vehicle().get();
    if (vehicle.emergency()) {
      return Finding.silent("应急车辆，不受管控策略限制。");
    }
    if (!vehicle.stage().known()) {
      return Finding.silent("备案的排放阶段为未知，不能核对。");
    }
    StringBuilder against = null;
    for (Restriction restriction : facts.restrictions()) {
      if (!restriction.stopsTransport()
          && facts.under(restriction)
          && restriction.forbids(vehicle)) {
        against = against == null ? new StringBuilder() : against.append("；");
        against
            .append("管控策略“")
            .append(restriction.strategy())
            .append("”禁止")
            .append(restriction.words())
            .append(facts.way());
      }
    }
    return against == null
        ? Finding.passed("本车为" + vehicle.words() + "，排放阶段符合现行管控策略。")
        : Finding.refuses(
            "本车为" + vehicle.words() + "，" + against + "。",
            Reason.Code.STAGE_BELOW_STRATEGY,
            against + "，本车为" + vehicle.stage().label() + vehicle.fuel().label() + "。");
  }
}
