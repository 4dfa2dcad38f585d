package cn.ecogate.admission.entity;

import java.util.List;
import java.util.Optional;

/** A verdict and how every rule answered, in the order of the rule list. */
public record Decision(Verdict verdict, List<RuleAnswer> answers) {

  public Decision {
    answers = List.copyOf(answers);
  }

  /** What a person has to hear of although it stops nobody. */
  public List<Reason> notes() {
    return answers.stream()
        .filter(answer -> answer.outcome() == RuleAnswer.Outcome.NOTES)
        .map(RuleAnswer::reason)
        .flatMap(Optional::stream)
        .toList();
  }
}
