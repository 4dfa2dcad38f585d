package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Crowd;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Lookalike;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.admission.entity.Standing;
import cn.ecogate.admission.entity.Whereabouts;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** The rules that call a guard when the facts do not suffice. */
final class Questions {

  private static final String NOT_ON_FILE = "没有备案信息。";

  /** A board and a guard have room for a few. */
  private static final int MOST_OFFERED = 3;

  /** As long as visits take two sightings at one lane for one stop. */
  private static final Duration SAME_STOP = Duration.ofMinutes(10);

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
      if (!restriction.stopsTransport()
          && facts.under(restriction)
          && restriction.concerns(vehicle)) {
        return Finding.asksGuard(
            "备案的排放阶段为未知，而管控策略“"
                + restriction.strategy()
                + "”禁止"
                + restriction.words()
                + facts.way()
                + "。",
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

  /** An emergency vehicle is not held up by a date. */
  static Finding filingHasNotExpired(Facts facts) {
    if (facts.vehicle().isEmpty()) {
      return Finding.silent(NOT_ON_FILE);
    }
    FiledVehicle vehicle = facts.vehicle().get();
    if (vehicle.endsAt().isEmpty()) {
      return Finding.passed("备案长期有效。");
    }
    String end = Wording.minute(vehicle.endsAt().get());
    if (facts.at().isBefore(vehicle.endsAt().get())) {
      return Finding.passed("备案有效至 " + end + "。");
    }
    return vehicle.emergency()
        ? Finding.silent("备案已于 " + end + " 到期；应急车辆，不因到期拦停。")
        : Finding.asksGuard(
            "备案已于 " + end + " 到期。", Reason.Code.FILING_EXPIRED, "备案已于 " + end + " 到期，请值守核实并续期。");
  }

  /** Emergency vehicles included: until the filing is reviewed its use is only a claim. */
  static Finding filingIsReviewed(Facts facts) {
    if (facts.vehicle().isEmpty()) {
      return Finding.silent(NOT_ON_FILE);
    }
    switch (facts.vehicle().get().standing()) {
      case AWAITING_REVIEW:
        return Finding.asksGuard("备案尚未审核通过。", Reason.Code.FILING_UNREVIEWED, "备案待审核，请值守查验证件后处理。");
      case TEMPORARY:
        return Finding.passed("临时备案，期限内按同样的规则校验。");
      default:
        return Finding.passed("备案已审核。");
    }
  }

  static Finding vehicleIsInService(Facts facts) {
    if (facts.vehicle().isEmpty()) {
      return Finding.silent(NOT_ON_FILE);
    }
    Standing standing = facts.vehicle().get().standing();
    return standing == Standing.RETIRED || standing == Standing.UNDER_REPAIR
        ? Finding.asksGuard(
            "备案中该车" + standing.label() + "。",
            Reason.Code.OUT_OF_SERVICE,
            "备案中该车" + standing.label() + "，请值守核实是否为本车。")
        : Finding.passed("备案中该车在用。");
  }

  static Finding colorIsTheFiledOne(Facts facts) {
    if (facts.plate().isEmpty()) {
      return Finding.silent("没有号牌可核对颜色。");
    }
    if (facts.vehicle().isPresent()) {
      return Finding.passed("号牌颜色与备案一致：" + facts.color().label() + "。");
    }
    for (Lookalike alike : facts.lookalikes()) {
      if (alike.plate().equals(facts.plate().get())) {
        return Finding.asksGuard(
            "同一号牌的备案颜色为" + alike.color().label() + "，识别为" + facts.color().label() + "。",
            Reason.Code.COLOR_DIFFERS,
            "备案为" + alike.color().label() + "牌，识别为" + facts.color().label() + "牌，请值守核对号牌颜色。");
      }
    }
    return Finding.silent("同一号牌没有其他颜色的备案。");
  }

  /** Offered, never decided: whether it is that vehicle is for a person to see. */
  static Finding noFiledPlateLooksAlike(Facts facts) {
    if (facts.plate().isEmpty() || facts.vehicle().isPresent()) {
      return Finding.silent("号牌已备案或没有号牌，无需查找相近号牌。");
    }
    String alike =
        facts.lookalikes().stream()
            .filter(each -> !each.plate().equals(facts.plate().get()))
            .limit(MOST_OFFERED)
            .map(Lookalike::words)
            .collect(Collectors.joining("、"));
    return alike.isEmpty()
        ? Finding.passed("没有相近的已备案号牌。")
        : Finding.asksGuard(
            "相近的已备案号牌：" + alike + "。", Reason.Code.SIMILAR_PLATE, "是否为 " + alike + "？请值守核对后更正号牌。");
  }

  /** The type as it is filed, or a machine's card with this plate. */
  static Finding machinesUseTheirOwnGate(Facts facts) {
    if (facts.vehicle().isEmpty()) {
      return facts
          .around()
          .machine()
          .map(machine -> machine("该号牌登记为" + machine + "，属非道路移动机械。"))
          .orElseGet(() -> Finding.silent(NOT_ON_FILE));
    }
    String type = facts.vehicle().get().type();
    return VehicleGroup.WHEELED_MACHINES.has(type)
        ? machine("备案类型为" + VehicleType.label(type) + "，属非道路移动机械。")
        : Finding.passed("不是非道路移动机械。");
  }

  private static Finding machine(String found) {
    return Finding.asksGuard(found, Reason.Code.MACHINE_AT_GATE, "非道路移动机械不走运输车辆通道，请值守核实机械信息。");
  }

  /** Somebody drove out unseen, or two vehicles wear one plate: only a person can tell. */
  static Finding vehicleIsNotInsideAlready(Facts facts) {
    if (!facts.around().live()) {
      return Finding.silent(Wording.HISTORY);
    }
    if (facts.plate().isEmpty()) {
      return Finding.silent("没有号牌可查在厂车辆。");
    }
    if (facts.around().whereabouts().isEmpty()) {
      return Finding.silent("在厂车辆正在核对，暂不能查。");
    }
    Whereabouts whereabouts = facts.around().whereabouts().get();
    if (whereabouts.insideSince().isEmpty()) {
      return Finding.passed("现不在厂内。");
    }
    Instant since = whereabouts.insideSince().get();
    String found = "已于 " + Wording.minute(since) + " 入厂，没有出厂记录";
    if (whereabouts.here() && Duration.between(since, facts.at()).compareTo(SAME_STOP) <= 0) {
      return Finding.passed(found + "；刚从本通道入厂，是同一次停车。");
    }
    return facts.emergency()
        ? Finding.silent(found + "；应急车辆，不因此拦停。")
        : Finding.asksGuard(
            found + "。", Reason.Code.ALREADY_INSIDE, "该车" + found + "，请值守核实是否同一车辆、是否套牌。");
  }

  static Finding thereIsRoomInside(Facts facts) {
    if (!facts.around().live()) {
      return Finding.silent(Wording.HISTORY);
    }
    if (facts.around().crowds().isEmpty()) {
      return Finding.silent("没有设定厂内车辆上限。");
    }
    for (Crowd crowd : facts.around().crowds()) {
      if (crowd.full()) {
        String found = crowd.where() + "已有 " + crowd.inside() + " 辆，上限 " + crowd.most() + " 辆";
        return facts.emergency()
            ? Finding.silent(found + "；应急车辆，不因此拦停。")
            : Finding.asksGuard(found + "。", Reason.Code.PLANT_FULL, found + "，请在外等候，由值守安排入厂。");
      }
    }
    return Finding.passed("厂内车辆未到上限。");
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
