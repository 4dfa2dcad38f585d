package cn.ecogate.web.strategy;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.VehicleGroup;
import cn.ecogate.vocabulary.VehicleType;
import cn.ecogate.vocabulary.VehicleUse;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One rule of a strategy as it stands in the form; nothing ticked means every one. */
public class RuleDraft implements Serializable {

  private static final long serialVersionUID = 1L;

  private String[] groups;
  private String types;
  private String[] fuels;
  private String[] uses;
  private String[] directions;
  private EmissionStage worst;

  /** A rule nobody has composed yet: about driving in, as strategies are. */
  RuleDraft() {
    this(
        new Restriction(
            "",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(Direction.IN),
            EmissionStage.CHINA_0,
            Spared.NOBODY));
    worst = null;
  }

  RuleDraft(Restriction rule) {
    groups = names(rule.groups());
    types = rule.types().stream().sorted().collect(Collectors.joining(" "));
    fuels = names(rule.fuels());
    uses = names(rule.uses());
    directions = names(rule.directions());
    worst = rule.worst();
  }

  /** {@code Rejected} names the rule and what it lacks. */
  Restriction restriction(int number) {
    if (directions.length == 0) {
      throw lacking(number, "没有选方向，请选入厂、出厂或两者");
    }
    if (worst == null) {
      throw lacking(number, "没有选禁行的排放阶段，请选择");
    }
    return new Restriction(
        "",
        set(groups, VehicleGroup::valueOf),
        codes(number),
        set(fuels, FuelType::valueOf),
        set(uses, VehicleUse::valueOf),
        set(directions, Direction::valueOf),
        worst,
        Spared.NOBODY);
  }

  private Set<String> codes(int number) {
    try {
      return Arrays.stream((types == null ? "" : types).split("[\\s,，、;；]+"))
          .filter(typed -> !typed.isEmpty())
          .map(typed -> VehicleType.of(typed).code())
          .collect(Collectors.toSet());
    } catch (Rejected notACode) {
      throw lacking(number, notACode.getMessage().replaceAll("。$", ""));
    }
  }

  private static Rejected lacking(int number, String what) {
    return new Rejected("rule-incomplete", "rules", "第 " + number + " 条规则：" + what + "。");
  }

  private static String[] names(Collection<? extends Enum<?>> some) {
    return some.stream().sorted().map(Enum::name).toArray(String[]::new);
  }

  private static <T> Set<T> set(String[] names, Function<String, T> value) {
    return Arrays.stream(names).map(value).collect(Collectors.toSet());
  }

  public String[] getGroups() {
    return groups;
  }

  public void setGroups(String[] groups) {
    this.groups = groups;
  }

  public String getTypes() {
    return types;
  }

  public void setTypes(String types) {
    this.types = types;
  }

  public String[] getFuels() {
    return fuels;
  }

  public void setFuels(String[] fuels) {
    this.fuels = fuels;
  }

  public String[] getUses() {
    return uses;
  }

  public void setUses(String[] uses) {
    this.uses = uses;
  }

  public String[] getDirections() {
    return directions;
  }

  public void setDirections(String[] directions) {
    this.directions = directions;
  }

  public EmissionStage getWorst() {
    return worst;
  }

  public void setWorst(EmissionStage worst) {
    this.worst = worst;
  }
}
