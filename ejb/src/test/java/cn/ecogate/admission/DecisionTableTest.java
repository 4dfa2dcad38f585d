package cn.ecogate.admission;

import static cn.ecogate.admission.Truck.aTruck;
import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Standing;
import cn.ecogate.testing.Clause;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.VehicleUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keeps docs/decision-table.md: what the rules decide, as a person can check it. */
class DecisionTableTest {

  private static final Path TABLE = Path.of("../docs/decision-table.md");

  private static final Set<FuelType> DIESEL_AND_GAS = Set.of(FuelType.DIESEL, FuelType.NATURAL_GAS);

  /** The four measures that platforms send by number, and the day without any. */
  private static final Map<String, List<Restriction>> MEASURES = measures();

  private static final Map<String, UnaryOperator<Truck>> SITUATIONS = situationsByName();

  @Test
  @Clause("HJ 1321-2023 管控策略校验")
  @DisplayName("决策表与规则一致")
  void theTableSaysWhatTheRulesDecide() throws IOException {
    String table = table();
    if (Boolean.getBoolean("ecogate.write-docs")) {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, table);
    }
    assertThat(Files.readString(TABLE))
        .as(
            "docs/decision-table.md differs from the rules. If the change of the rules is meant:"
                + " mvn test -pl ejb -am -Dtest=DecisionTableTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Decogate.write-docs=true")
        .isEqualTo(table);
  }

  private static String table() {
    StringBuilder text =
        new StringBuilder(
            """
            # 决策表 (decision table)

            本表由测试 `DecisionTableTest` 从规则算出，与规则不符则测试失败；请勿手工修改。

            已备案的进厂货运车辆，号牌已识别，不在超标车辆名单上，通道开放。✓ 通行，✗ 禁行，? 请值守处理。
            前面各列为重型货车（H1x、Q1x、Z5x）按燃料，末列为其他车辆（任何燃料）。
            超标车辆名单上的车辆一律禁行；消防、救护、警用、工程救险车辆不受下列措施限制；出厂车辆一律放行并记录；
            未备案、号牌未识别、无号牌的车辆请值守处理。

            """);
    MEASURES.forEach(
        (name, restrictions) -> {
          text.append("## ").append(name).append("\n\n| 排放阶段 |");
          for (FuelType fuel : FuelType.values()) {
            text.append(' ').append(fuel.label()).append(" |");
          }
          text.append(" 非重型 |\n|---|").append(":-:|".repeat(FuelType.values().length + 1));
          text.append('\n');
          for (EmissionStage stage : EmissionStage.values()) {
            text.append("| ").append(stage.label()).append(" |");
            for (FuelType fuel : FuelType.values()) {
              text.append(mark(aTruck().ofStage(stage).burning(fuel).under(restrictions)));
            }
            text.append(lightMark(stage, restrictions)).append('\n');
          }
          text.append('\n');
        });
    return text.append(situations()).toString().stripTrailing() + "\n";
  }

  /** What is not the strategies' business, for a lorry, a fire engine and a lorry that leaves. */
  private static String situations() {
    StringBuilder text =
        new StringBuilder(
            """
            ## 与管控策略无关的情形

            国六柴油货车，没有管控策略。出厂而没有入厂记录的车辆放行，另作提示并告警。

            | 情形 | 货车进厂 | 消防车进厂 | 货车出厂 |
            |---|:-:|:-:|:-:|
            """);
    SITUATIONS.forEach(
        (name, made) ->
            text.append("| ")
                .append(name)
                .append(" |")
                .append(mark(made.apply(aTruck())))
                .append(mark(made.apply(aTruck().usedFor(VehicleUse.FIRE))))
                .append(mark(made.apply(aTruck().drivingOut())))
                .append('\n'));
    return text.toString();
  }

  /** Every fuel must agree, or the column could not be one. */
  private static String lightMark(EmissionStage stage, List<Restriction> restrictions) {
    Set<String> marks = new HashSet<>();
    for (FuelType fuel : FuelType.values()) {
      marks.add(mark(aTruck().ofType("H31").ofStage(stage).burning(fuel).under(restrictions)));
    }
    assertThat(marks).hasSize(1);
    return marks.iterator().next();
  }

  private static String mark(Truck truck) {
    String kind = Truck.decide(truck).kind();
    return " " + Map.of("admitted", "✓", "refused", "✗", "needs guard", "?").get(kind) + " |";
  }

  private static Map<String, UnaryOperator<Truck>> situationsByName() {
    Map<String, UnaryOperator<Truck>> all = new LinkedHashMap<>();
    all.put("在超标车辆名单上", Truck::onTheExceedingList);
    all.put("未备案", Truck::notFiled);
    all.put("备案待审核", truck -> truck.standing(Standing.AWAITING_REVIEW));
    all.put("备案到期", truck -> truck.filedUntil(Truck.NOW));
    all.put("备案中已停用", truck -> truck.standing(Standing.RETIRED));
    all.put("号牌未识别", Truck::withUnreadPlate);
    all.put("没有号牌", Truck::withoutPlate);
    all.put("号牌登记为机械", truck -> truck.wearingThePlateOf("装载机"));
    all.put("通道关闭", truck -> truck.atALaneClosedFor("路面施工"));
    all.put("已从别的通道入厂", truck -> truck.insideByAnotherLaneSince(Truck.NOW.minusSeconds(3600)));
    all.put("没有入厂记录", Truck::nobodyHasSeenComeIn);
    all.put("厂内车辆已满", truck -> truck.whileInside(120, 120));
    return all;
  }

  private static Map<String, List<Restriction>> measures() {
    Map<String, List<Restriction>> all = new LinkedHashMap<>();
    all.put("日常：没有管控策略", List.of());
    all.put(
        "措施 1：国三及以下重型柴油、天然气货车禁行",
        List.of(new Restriction("措施 1", true, DIESEL_AND_GAS, EmissionStage.CHINA_3)));
    all.put(
        "措施 2：国四及以下重型柴油、天然气货车禁行",
        List.of(new Restriction("措施 2", true, DIESEL_AND_GAS, EmissionStage.CHINA_4)));
    all.put(
        "措施 3：国四及以下重型柴油货车、国五及以下重型天然气货车禁行",
        List.of(
            new Restriction("措施 3", true, Set.of(FuelType.DIESEL), EmissionStage.CHINA_4),
            new Restriction("措施 3", true, Set.of(FuelType.NATURAL_GAS), EmissionStage.CHINA_5)));
    all.put(
        "措施 4：停止公路运输", List.of(new Restriction("措施 4", false, Set.of(), EmissionStage.ELECTRIC)));
    return all;
  }
}
