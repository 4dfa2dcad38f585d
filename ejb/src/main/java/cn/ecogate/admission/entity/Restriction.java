package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.VehicleType;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing a strategy in force forbids: vehicles of these fuels at or below this stage.
 *
 * @param strategy the strategy's name, for the sentence on the display
 * @param heavyOnly true if only heavy goods vehicles (H1x, Q1x, Z5x) are meant
 * @param fuels the fuels meant; empty = every fuel
 * @param worst the best stage still refused: CHINA_4 refuses 国四 and below. {@link
 *     EmissionStage#ELECTRIC} refuses every vehicle (road transport stopped)
 */
public record Restriction(
    String strategy, boolean heavyOnly, Set<FuelType> fuels, EmissionStage worst) {

  public Restriction {
    fuels = Set.copyOf(fuels);
    if (!worst.known()) {
      throw new IllegalArgumentException("管控策略“" + strategy + "”须指明禁行的排放阶段，不能为未知");
    }
  }

  /** True if road transport stands still, whatever the stage. */
  public boolean stopsTransport() {
    return worst == EmissionStage.ELECTRIC;
  }

  /**
   * True if the vehicle is of the kind meant, its stage aside. A vehicle filed without a proper
   * type counts as heavy: the enterprise may be stricter than the strategy, never laxer.
   */
  public boolean concerns(FiledVehicle vehicle) {
    boolean meant = !heavyOnly || vehicle.heavyGoods() || !VehicleType.shaped(vehicle.type());
    return meant && (fuels.isEmpty() || fuels.contains(vehicle.fuel()));
  }

  /** True if the vehicle is of the kind meant and its stage is known to be too low. */
  public boolean forbids(FiledVehicle vehicle) {
    return concerns(vehicle) && (stopsTransport() || vehicle.stage().atMost(worst));
  }

  /** What is forbidden as a Chinese phrase, e.g. 国四及以下柴油、天然气重型货车. */
  public String words() {
    String kinds =
        fuels.stream().sorted().map(FuelType::label).collect(Collectors.joining("、"))
            + (heavyOnly ? "重型货车" : "车辆");
    return stopsTransport() ? kinds : worst.label() + "及以下" + kinds;
  }
}
