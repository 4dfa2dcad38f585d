package cn.ecogate.strategy.control;

import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    List<ControlStrategy> begun = all.stream().filter(s -> !s.from().isAfter(moment)).toList();
    Optional<ControlStrategy> daily =
        begun.stream().filter(ControlStrategy::daily).min(LATEST_FIRST);
    Stream<ControlStrategy> limited =
        begun.stream()
            .filter(s -> !s.daily())
            .filter(s -> s.until().map(moment::isBefore).orElse(true));
    return Stream.concat(limited, daily.stream())
        .filter(s -> s.hours().map(hours -> hours.has(PlantTime.clock(moment))).orElse(true))
        .sorted(ORDER)
        .toList();
  }
}
