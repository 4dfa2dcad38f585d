package cn.ecogate.strategy.control;

import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a house's edition of a platform's strategy would be laxer than what the platform ordered,
 * as sentences. What is forbidden is compared by trying every kind of vehicle on both, so that two
 * rules may together do what one of the platform's does.
 */
public final class NeverLaxer {

  private NeverLaxer() {}

  /** Nothing if the house's edition is at least as strict. */
  public static List<String> points(ControlStrategy ordered, ControlStrategy house) {
    List<String> points = new ArrayList<>();
    if (house.from().isAfter(ordered.from())) {
      points.add(
          "开始时间晚于平台规定的 "
              + PlantTime.words(ordered.from())
              + "，现为 "
              + PlantTime.words(house.from()));
    }
    if (house.until().isPresent()
        && ordered.until().map(end -> house.until().get().isBefore(end)).orElse(true)) {
      points.add(
          "结束时间早于平台规定的"
              + ordered.until().map(end -> " " + PlantTime.words(end)).orElse("“至平台撤销为止”")
              + "，现为 "
              + PlantTime.words(house.until().get()));
    }
    if (house.hours().isPresent() && !house.hours().equals(ordered.hours())) {
      points.add("平台没有限定每日时段，现只在" + house.hours().get().words() + "管控");
    }
    if (!house.spared().nobody()) {
      points.add("平台没有例外车辆，现设了例外");
    }
    firstLaxer(ordered.restrictions(), house.restrictions()).ifPresent(points::add);
    return points;
  }

  private static Optional<String> firstLaxer(List<Restriction> ordered, List<Restriction> house) {
    for (String type : types(ordered, house)) {
      for (VehicleUse use : VehicleUse.values()) {
        for (FuelType fuel : FuelType.values()) {
          for (EmissionStage stage : EmissionStage.values()) {
            FiledVehicle vehicle = new FiledVehicle(type, use.code(), fuel, stage);
            for (Direction way : Direction.values()) {
              if (strictness(house, vehicle, way) < strictness(ordered, vehicle, way)) {
                return Optional.of(
                    "平台限制"
                        + vehicle.words()
                        + "（"
                        + use.label()
                        + "）"
                        + (way == Direction.IN ? "入厂" : "出厂")
                        + "，现没有同样的限制");
              }
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** 2 = forbidden, 1 = a guard is asked because the stage is unknown, 0 = free. */
  private static int strictness(List<Restriction> rules, FiledVehicle vehicle, Direction way) {
    int strictest = 0;
    for (Restriction rule : rules) {
      if (!rule.directions().contains(way) || !rule.concerns(vehicle)) {
        continue;
      }
      if (rule.forbids(vehicle)) {
        return 2;
      }
      if (!vehicle.stage().known()) {
        strictest = 1;
      }
    }
    return strictest;
  }

  /** One type of every group, every type that is named, and one that belongs nowhere. */
  private static Set<String> types(List<Restriction> ordered, List<Restriction> house) {
    Set<String> types = new LinkedHashSet<>();
    for (VehicleGroup group : VehicleGroup.values()) {
      types.add(group.example());
    }
    types.add("Z51");
    types.add("X99");
    ordered.forEach(rule -> types.addAll(rule.types()));
    house.forEach(rule -> types.addAll(rule.types()));
    return types;
  }
}
