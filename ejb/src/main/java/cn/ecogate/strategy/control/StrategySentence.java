package cn.ecogate.strategy.control;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.VehicleUse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A strategy read back as one Chinese sentence, so that whoever composed it sees what it does. */
public final class StrategySentence {

  private static final String EMERGENCY =
      Arrays.stream(VehicleUse.values())
          .filter(VehicleUse::emergency)
          .map(VehicleUse::label)
          .collect(Collectors.joining("、"));

  private StrategySentence() {}

  /** When, what and who not; ends in a full stop. */
  public static String of(ControlStrategy strategy) {
    return span(strategy)
        + "，"
        + bans(strategy.restrictions())
        + spared(strategy.spared())
        + "；"
        + EMERGENCY
        + "车辆不受限制。";
  }

  /** What is forbidden only, e.g. 禁止国四及以下柴油重型货车入厂，禁止…. */
  public static String bans(List<Restriction> restrictions) {
    return restrictions.isEmpty()
        ? "没有可由道闸执行的限制"
        : restrictions.stream().map(StrategySentence::ban).collect(Collectors.joining("，"));
  }

  /** A strategy's measure where nobody wrote one. */
  public static String measure(List<Restriction> restrictions) {
    return restrictions.isEmpty() ? "" : bans(restrictions) + "。";
  }

  private static String ban(Restriction restriction) {
    return restriction.stopsTransport()
        ? "停止公路运输（" + restriction.words() + "禁止" + restriction.way() + "）"
        : "禁止" + restriction.words() + restriction.way();
  }

  /** How long it holds, e.g. 至 2026-11-28 18:00 止. */
  static String end(ControlStrategy strategy) {
    return strategy
        .until()
        .map(end -> "至 " + PlantTime.words(end) + " 止")
        .orElse(strategy.origin().isPresent() ? "至平台撤销为止" : "长期");
  }

  /** Whom it spares, e.g. 云A12345除外（民生保障）; 无 if nobody. */
  static String exceptions(Spared spared) {
    return spared.nobody() ? "无" : named(spared);
  }

  private static String span(ControlStrategy strategy) {
    return "自 "
        + PlantTime.words(strategy.from())
        + " 起"
        + end(strategy)
        + strategy.hours().map(hours -> "，" + hours.words()).orElse("");
  }

  private static String spared(Spared spared) {
    return spared.nobody() ? "" : "，" + named(spared);
  }

  private static String named(Spared spared) {
    return Stream.concat(
                spared.fleets().stream().sorted().map(fleet -> fleet + "的车辆"),
                spared.plates().stream().sorted())
            .collect(Collectors.joining("、"))
        + "除外（"
        + spared.why()
        + "）";
  }
}
