package cn.ecogate.mobile.strategy;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.mobile.Query;
import cn.ecogate.vocabulary.Coded;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing a strategy is to forbid; what is left out means every one, directions: driving in. */
public record RuleTold(
    String worst,
    List<String> groups,
    List<String> types,
    List<String> fuels,
    List<String> uses,
    List<String> directions) {

  /**
   * @param field where in the body it stands, e.g. rules[0]
   */
  Restriction restriction(String field) {
    EmissionStage stage = Query.coded(field + ".worst", EmissionStage.values(), worst);
    if (stage == null || !stage.known()) {
      throw new Rejected(
          "rule-incomplete", field + ".worst", "请写明禁行的排放阶段 worst，例如 CHINA_4；ELECTRIC 为停止公路运输。");
    }
    Set<Direction> ways = coded(field + ".directions", Direction.values(), directions);
    return new Restriction(
        "",
        set(groups, each -> Query.named(field + ".groups", VehicleGroup.values(), each)),
        set(types, each -> VehicleType.of(each).code()),
        coded(field + ".fuels", FuelType.values(), fuels),
        coded(field + ".uses", VehicleUse.values(), uses),
        ways.isEmpty() ? Set.of(Direction.IN) : ways,
        stage,
        Spared.NOBODY);
  }

  private static <E extends Enum<E> & Coded> Set<E> coded(
      String field, E[] words, List<String> some) {
    return set(some, each -> Query.coded(field, words, each));
  }

  private static <T> Set<T> set(List<String> some, Function<String, T> value) {
    return (some == null ? Stream.<String>empty() : some.stream())
        .filter(each -> each != null && !each.isBlank())
        .map(value)
        .collect(Collectors.toSet());
  }
}
