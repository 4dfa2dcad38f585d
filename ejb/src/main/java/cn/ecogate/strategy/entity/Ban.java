package cn.ecogate.strategy.entity;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleUse;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One thing a kept strategy forbids. Sets are kept as names separated by commas, in the order of
 * the enum; empty means every one.
 */
@Embeddable
public class Ban {

  @Column(name = "vehicle_groups")
  private String groups;

  private String types;
  private String fuels;
  private String uses;
  private String directions;

  @Enumerated(EnumType.STRING)
  private EmissionStage worst;

  protected Ban() {}

  Ban(Restriction restriction) {
    this.groups = names(restriction.groups());
    this.types = restriction.types().stream().sorted().collect(Collectors.joining(","));
    this.fuels = names(restriction.fuels());
    this.uses = names(restriction.uses());
    this.directions = names(restriction.directions());
    this.worst = restriction.worst();
  }

  Restriction restriction(String strategy, Spared spared) {
    return new Restriction(
        strategy,
        set(groups, VehicleGroup::valueOf),
        set(types, Function.identity()),
        set(fuels, FuelType::valueOf),
        set(uses, VehicleUse::valueOf),
        set(directions, Direction::valueOf),
        worst,
        spared);
  }

  private static <E extends Enum<E>> String names(Set<E> some) {
    return some.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
  }

  private static <T> Set<T> set(String names, Function<String, T> value) {
    return Arrays.stream(names.split(","))
        .filter(name -> !name.isEmpty())
        .map(value)
        .collect(Collectors.toSet());
  }
}
