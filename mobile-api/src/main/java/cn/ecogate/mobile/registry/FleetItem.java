package cn.ecogate.mobile.registry;

import cn.ecogate.mobile.Word;
import cn.ecogate.registry.entity.Fleet;
import java.util.List;

/** A fleet, and how many vehicles of each stage it has. */
public record FleetItem(String name, long vehicles, double cleanShare, List<StageCount> stages) {

  /** How many vehicles are of a stage, and which share of the fleet they are, 0 to 1. */
  public record StageCount(Word stage, long vehicles, double share) {}

  static FleetItem of(Fleet fleet) {
    return new FleetItem(
        fleet.name(),
        fleet.vehicles(),
        fleet.cleanShare(),
        fleet.byStage().entrySet().stream()
            .map(
                part ->
                    new StageCount(
                        Word.of(part.getKey()), part.getValue(), fleet.share(part.getKey())))
            .toList());
  }
}
