package cn.ecogate.strategy.control;

import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.StrategyState;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which strategies hold at a moment: those that have begun and not ended, within their hours of the
 * day; and of the daily rules, which have no end, only the one that began last.
 */
public final class StrategyInForce {

  /** Red forbids most; a level of another kind ranks below the three of the standard's scale. */
  private static final List<AlertLevel> STRICTEST_FIRST =
      List.of(
          AlertLevel.RED, AlertLevel.ORANGE, AlertLevel.YELLOW, AlertLevel.OTHER, AlertLevel.NONE);

  private static final Comparator<ControlStrategy> LATEST_FIRST =
      Comparator.comparing(ControlStrategy::from).thenComparing(ControlStrategy::id).reversed();

  private static final Comparator<ControlStrategy> ORDER =
      Comparator.comparing((ControlStrategy s) -> STRICTEST_FIRST.indexOf(s.alert()))
          .thenComparing(LATEST_FIRST);

  private StrategyInForce() {}

  /** Strictest alert first. The moment a strategy ends no longer belongs to it. */
  public static List<ControlStrategy> at(Instant moment, List<ControlStrategy> all) {
    Optional<ControlStrategy> daily = daily(moment, all);
    return all.stream()
        .filter(s -> state(s, daily, moment) == StrategyState.IN_FORCE)
        .sorted(ORDER)
        .toList();
  }

  /** How every one of them stands at that moment, in their own order. */
  public static Map<ControlStrategy, StrategyState> states(
      Instant moment, List<ControlStrategy> all) {
    Optional<ControlStrategy> daily = daily(moment, all);
    Map<ControlStrategy, StrategyState> states = new LinkedHashMap<>();
    all.forEach(strategy -> states.put(strategy, state(strategy, daily, moment)));
    return states;
  }

  /** The one daily rule that counts. */
  private static Optional<ControlStrategy> daily(Instant moment, List<ControlStrategy> all) {
    return all.stream()
        .filter(ControlStrategy::daily)
        .filter(s -> !s.from().isAfter(moment))
        .min(LATEST_FIRST);
  }

  private static StrategyState state(
      ControlStrategy strategy, Optional<ControlStrategy> daily, Instant moment) {
    if (strategy.until().filter(end -> !moment.isBefore(end) || neverHeld(strategy)).isPresent()) {
      return StrategyState.OVER;
    }
    if (strategy.from().isAfter(moment)) {
      return StrategyState.COMING;
    }
    if (strategy.daily() && !daily.equals(Optional.of(strategy))) {
      return StrategyState.REPLACED;
    }
    return strategy.hours().map(hours -> hours.has(PlantTime.clock(moment))).orElse(true)
        ? StrategyState.IN_FORCE
        : StrategyState.RESTING;
  }

  /** One that was ended before it began ends where it begins. */
  private static boolean neverHeld(ControlStrategy strategy) {
    return strategy.until().filter(strategy.from()::equals).isPresent();
  }
}
