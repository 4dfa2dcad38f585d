package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.vocabulary.Direction;
import java.util.Optional;
import java.util.function.Function;

/**
 * One rule of the gate: its card, about whom it speaks, and its judgement.
 *
 * @param silence why the rule has nothing to say about a vehicle, empty if it is asked
 */
public record Rule(
    RuleCard card, Function<Facts, Optional<String>> silence, Function<Facts, Finding> judgement) {

  private static final Optional<String> SPEAKS = Optional.empty();
  private static final Optional<String> GOES_OUT = Optional.of("出厂车辆，不适用本条。");
  private static final Optional<String> COMES_IN = Optional.of("进厂车辆，不适用本条。");
  private static final Optional<String> OUT_IS_FREE = Optional.of("出厂车辆，现行管控策略不限制出厂。");

  static Rule always(RuleCard card, Function<Facts, Finding> judgement) {
    return new Rule(card, facts -> SPEAKS, judgement);
  }

  static Rule onEntry(RuleCard card, Function<Facts, Finding> judgement) {
    return new Rule(
        card, facts -> facts.direction() == Direction.IN ? SPEAKS : GOES_OUT, judgement);
  }

  static Rule onExit(RuleCard card, Function<Facts, Finding> judgement) {
    return new Rule(
        card, facts -> facts.direction() == Direction.OUT ? SPEAKS : COMES_IN, judgement);
  }

  /** Of entries always, of exits only while a strategy is about driving out. */
  static Rule underStrategies(RuleCard card, Function<Facts, Finding> judgement) {
    return new Rule(
        card,
        facts -> facts.direction() == Direction.IN || outIsRestricted(facts) ? SPEAKS : OUT_IS_FREE,
        judgement);
  }

  /** The rule's answer. */
  public RuleAnswer ask(Facts facts) {
    Optional<String> silent = silence.apply(facts);
    Finding finding = silent.isPresent() ? Finding.silent(silent.get()) : judgement.apply(facts);
    return new RuleAnswer(
        card.id(),
        card.title(),
        card.clause(),
        finding.outcome(),
        finding.found(),
        finding.reason());
  }

  private static boolean outIsRestricted(Facts facts) {
    for (Restriction restriction : facts.restrictions()) {
      if (restriction.directions().contains(Direction.OUT)) {
        return true;
      }
    }
    return false;
  }
}
