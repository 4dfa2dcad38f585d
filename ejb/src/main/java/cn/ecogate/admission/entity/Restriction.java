package cn.ecogate.admission.entity;

import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing a strategy in force forbids: vehicles of these types, fuels and uses at or below this
 * stage, in these directions.
 *
 * @param strategy the strategy's name, for the sentence on the display
 * @param groups the groups of types meant; with {@code types} empty too = every type
 * @param types single GA/T 16.4 codes meant beside the groups
 * @param fuels the fuels meant; empty = every fuel
 * @param uses the uses meant; empty = every use
 * @param directions which way it forbids; the standard's strategies are about driving in
 * @param worst the best stage still refused: CHINA_4 refuses 国四 and below. {@link
 *     EmissionStage#ELECTRIC} refuses every vehicle (road transport stopped)
 * @param spared whom the strategy leaves alone
 */
public record Restriction(
    String strategy,
    Set<VehicleGroup> groups,
    Set<String> types,
    Set<FuelType> fuels,
    Set<VehicleUse> uses,
    Set<Direction> directions,
    EmissionStage worst,
    Spared spared) {

  private static final Set<Direction> DRIVING_IN = Set.of(Direction.IN);

  public Restriction {
    groups = Set.copyOf(groups);
    types = Set.copyOf(types);
    fuels = Set.copyOf(fuels);
    uses = Set.copyOf(uses);
    directions = Set.copyOf(directions);
    if (directions.isEmpty()) {
      throw new IllegalArgumentException("管控策略“" + strategy + "”须指明管控的方向");
    }
    if (!worst.known()) {
      throw new IllegalArgumentException("管控策略“" + strategy + "”须指明禁行的排放阶段，不能为未知");
    }
  }

  /**
   * The shape of the platforms' own measures: of every use, driving in, nobody spared.
   *
   * @param heavyOnly true if only heavy goods vehicles (H1x, Q1x, Z5x) are meant
   */
  public Restriction(String strategy, boolean heavyOnly, Set<FuelType> fuels, EmissionStage worst) {
    this(
        strategy,
        heavyOnly ? Set.of(VehicleGroup.HEAVY_GOODS) : Set.of(),
        Set.of(),
        fuels,
        Set.of(),
        DRIVING_IN,
        worst,
        Spared.NOBODY);
  }

  /** The same as a part of that strategy, which spares these. */
  public Restriction of(String ofStrategy, Spared ofSpared) {
    return new Restriction(ofStrategy, groups, types, fuels, uses, directions, worst, ofSpared);
  }

  /** True if road transport stands still, whatever the stage. */
  public boolean stopsTransport() {
    return worst == EmissionStage.ELECTRIC;
  }

  /**
   * True if the vehicle is of the kind meant, its stage aside. A vehicle filed without a proper
   * type or use counts as one that is meant: the enterprise may be stricter than the strategy,
   * never laxer.
   */
  public boolean concerns(FiledVehicle vehicle) {
    return (fuels.isEmpty() || fuels.contains(vehicle.fuel()))
        && meansType(vehicle.type())
        && meansUse(vehicle.use());
  }

  /** True if the vehicle is of the kind meant and its stage is known to be too low. */
  public boolean forbids(FiledVehicle vehicle) {
    return concerns(vehicle) && (stopsTransport() || vehicle.stage().atMost(worst));
  }

  private boolean meansType(String type) {
    if (groups.isEmpty() && types.isEmpty() || types.contains(type) || !VehicleType.shaped(type)) {
      return true;
    }
    for (VehicleGroup group : groups) {
      if (group.has(type)) {
        return true;
      }
    }
    return false;
  }

  private boolean meansUse(String use) {
    return uses.isEmpty() || VehicleUse.known(use).map(uses::contains).orElse(true);
  }

  /** What is forbidden as a Chinese phrase, e.g. 国四及以下柴油、天然气重型货车. */
  public String words() {
    return (uses.isEmpty() ? "" : "使用性质为" + listed(uses, VehicleUse::label) + "的")
        + (stopsTransport() ? "" : worst.label() + "及以下")
        + listed(fuels, FuelType::label)
        + kinds();
  }

  /** Which way is forbidden: 入厂, 出厂 or 进出厂. */
  public String way() {
    return directions.size() > 1 ? "进出厂" : directions.contains(Direction.IN) ? "入厂" : "出厂";
  }

  private String kinds() {
    if (groups.isEmpty() && types.isEmpty()) {
      return "车辆";
    }
    return Stream.concat(
            groups.stream().sorted().map(VehicleGroup::label),
            types.stream().sorted().map(VehicleType::label))
        .collect(Collectors.joining("、"));
  }

  private static <E extends Enum<E>> String listed(Set<E> some, Function<E, String> label) {
    return some.stream().sorted().map(label).collect(Collectors.joining("、"));
  }
}
