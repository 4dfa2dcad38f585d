package cn.ecogate.admission.entity;

import java.util.List;

/** A verdict and how every rule answered, in the order of the rule list. */
public record Decision(Verdict verdict, List<RuleAnswer> answers) {

  public Decision {
    answers = List.copyOf(answers);
  }
}
