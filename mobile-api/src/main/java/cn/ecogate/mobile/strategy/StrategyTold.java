package cn.ecogate.mobile.strategy;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.mobile.Query;
import cn.ecogate.mobile.Told;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.DailyHours;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import cn.ecogate.vocabulary.ResponseLevel;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A strategy to be set, amended or tried.
 *
 * @param response follows the alert if it is left out
 * @param from now if it is left out
 * @param measure is written from the rules if it is left out
 * @param measures ready-made ones, beside the rules
 * @param edition the one that was read, to amend
 * @param why why it is amended
 */
public record StrategyTold(
    String name,
    String alert,
    String response,
    String from,
    String until,
    String dailyFrom,
    String dailyUntil,
    String measure,
    List<String> measures,
    List<RuleTold> rules,
    List<String> sparedPlates,
    List<String> sparedFleets,
    String sparedWhy,
    Integer edition,
    String why) {

  ControlStrategy strategy(
      long id, String usualName, Instant now, Function<List<Restriction>, String> wording) {
    AlertLevel level =
        Objects.requireNonNullElse(
            Query.coded("alert", AlertLevel.values(), alert), AlertLevel.NONE);
    List<Restriction> restrictions = restrictions();
    String words = Query.blankToNull(measure);
    return new ControlStrategy(
        id,
        edition == null ? 0 : edition,
        Objects.requireNonNullElse(Query.blankToNull(name), usualName),
        level,
        Objects.requireNonNullElse(
            Query.coded("response", ResponseLevel.values(), response), ResponseLevel.usual(level)),
        Objects.requireNonNullElse(Told.moment("from", from), now),
        Optional.ofNullable(Told.moment("until", until)),
        hours(),
        words == null ? wording.apply(restrictions) : words,
        restrictions,
        new Spared(
            names(sparedPlates).map(StrategyTold::plate).collect(Collectors.toSet()),
            names(sparedFleets).collect(Collectors.toSet()),
            sparedWhy),
        Optional.empty());
  }

  private List<Restriction> restrictions() {
    List<Restriction> restrictions = new ArrayList<>();
    names(measures)
        .map(each -> Query.coded("measures", KnownMeasure.values(), each))
        .forEach(known -> restrictions.addAll(known.restrictions()));
    List<RuleTold> told = rules == null ? List.of() : rules;
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i) != null) {
        restrictions.add(told.get(i).restriction("rules[" + i + "]"));
      }
    }
    return restrictions;
  }

  private Optional<DailyHours> hours() {
    if (Query.blankToNull(dailyFrom) == null && Query.blankToNull(dailyUntil) == null) {
      return Optional.empty();
    }
    return Optional.of(
        new DailyHours(time("dailyFrom", dailyFrom), time("dailyUntil", dailyUntil)));
  }

  private static LocalTime time(String field, String text) {
    try {
      return LocalTime.parse(Objects.requireNonNullElse(Query.blankToNull(text), ""));
    } catch (DateTimeParseException none) {
      throw new Rejected(
          "time-shape", field, "每日时段的 dailyFrom 和 dailyUntil 都要写，例如 22:00 和 06:00；全天生效请都不写。");
    }
  }

  private static String plate(String typed) {
    try {
      return PlateNumber.of(typed).text();
    } catch (Rejected notAPlate) {
      throw new Rejected(notAPlate.code(), "sparedPlates", notAPlate.getMessage());
    }
  }

  private static Stream<String> names(List<String> some) {
    return (some == null ? Set.<String>of() : some)
        .stream().filter(each -> each != null && !each.isBlank()).map(String::strip);
  }
}
