package cn.ecogate.strategy.control;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.KnownMeasure;
import cn.ecogate.strategy.entity.ReceivedStrategy;
import cn.ecogate.vocabulary.AlertLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A platform's message as a strategy of this house. */
public final class Reception {

  private static final int MOST_WORDS = 2000;

  private Reception() {}

  /** Exactly as ordered. */
  public static ControlStrategy ordered(ReceivedStrategy received) {
    List<Restriction> bans =
        received.measures().stream().flatMap(each -> each.restrictions().stream()).toList();
    return new ControlStrategy(
        0,
        0,
        name(received),
        received.alert(),
        received.response(),
        received.from(),
        received.until(),
        Optional.empty(),
        measure(received),
        bans,
        Spared.NOBODY,
        Optional.of(received.origin()));
  }

  /** True if the platform says the same as that edition of its own. */
  public static boolean same(ControlStrategy before, ControlStrategy now) {
    return now.equals(before.as(0, 0));
  }

  /**
   * The rules an officer made of the platform's order, under its new order; empty if there are
   * none, if the platform orders other measures now, or if they would be laxer than it.
   */
  public static Optional<ControlStrategy> kept(
      ControlStrategy orderedBefore, ControlStrategy house, ControlStrategy ordered) {
    if (orderedBefore.edition() == house.edition()
        || !ordered.measure().equals(orderedBefore.measure())) {
      return Optional.empty();
    }
    ControlStrategy kept =
        new ControlStrategy(
            0,
            0,
            house.name(),
            ordered.alert(),
            ordered.response(),
            ordered.from(),
            ordered.until(),
            house.hours(),
            house.measure(),
            house.restrictions(),
            house.spared(),
            ordered.origin());
    return Optional.of(kept).filter(next -> NeverLaxer.points(ordered, next).isEmpty());
  }

  private static String name(ReceivedStrategy received) {
    String what = received.alert() == AlertLevel.NONE ? "平台日常管控" : "平台" + received.alert().label();
    String name = what + " " + received.origin().number();
    return name.substring(0, Math.min(name.length(), 100));
  }

  private static String measure(ReceivedStrategy received) {
    String all =
        Stream.concat(
                received.measures().stream().map(KnownMeasure::label),
                Stream.of(received.words()).filter(words -> !words.isEmpty()))
            .collect(Collectors.joining("；"));
    String said = all.isEmpty() ? "平台未写明管控措施，请与主管部门核实。" : all;
    return said.substring(0, Math.min(said.length(), MOST_WORDS));
  }
}
