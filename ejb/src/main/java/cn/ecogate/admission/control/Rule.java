package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.vocabulary.Direction;
import java.util.function.Function;

/** One rule of the gate: its card, the direction it speaks about, and its judgement. */
public record Rule(RuleCard card, Direction direction, Function<Facts, Finding> judgement) {

  static Rule onEntry(RuleCard card, Function<Facts, Finding> judgement) {
    return new Rule(card, Direction.IN, judgement);
  }

  static Rule onExit(RuleCard card, Function<Facts, Finding> judgement) {
    return new Rule(card, Direction.OUT, judgement);
  }

  /** The rule's answer; silent about vehicles that go the other way. */
  public RuleAnswer ask(Facts facts) {
    Finding finding =
        facts.direction() == direction
            ? judgement.apply(facts)
            : Finding.silent(direction == Direction.IN ? "出厂车辆，不适用本条。" : "进厂车辆，不适用本条。");
    return new RuleAnswer(
        card.id(),
        card.title(),
        card.clause(),
        finding.outcome(),
        finding.found(),
        finding.reason());
  }
}
