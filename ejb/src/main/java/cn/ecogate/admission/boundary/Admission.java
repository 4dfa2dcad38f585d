package cn.ecogate.admission.boundary;

import cn.ecogate.admission.control.Rule;
import cn.ecogate.admission.control.RuleBook;
import cn.ecogate.admission.entity.Decision;
import cn.ecogate.admission.entity.Facts;
import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer;
import cn.ecogate.admission.entity.RuleAnswer.Outcome;
import cn.ecogate.admission.entity.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The law of the gate: facts in, decision out. No database, no clock, no device. */
public final class Admission {

  private Admission() {}

  /**
   * Asks every rule and gathers their answers: one objection refuses, else one question asks a
   * guard, else admitted. A refusal carries the objections first, then the questions.
   */
  public static Decision decide(Facts facts) {
    List<RuleAnswer> answers = new ArrayList<>(RuleBook.RULES.size());
    for (Rule rule : RuleBook.RULES) {
      answers.add(rule.ask(facts));
    }
    return new Decision(verdict(answers), answers);
  }

  private static Verdict verdict(List<RuleAnswer> answers) {
    List<Reason> objections = reasons(answers, Outcome.REFUSES);
    List<Reason> questions = reasons(answers, Outcome.ASKS_GUARD);
    if (!objections.isEmpty()) {
      objections.addAll(questions);
      return new Verdict.Refused(objections);
    }
    return questions.isEmpty() ? new Verdict.Admitted() : new Verdict.NeedsGuard(questions);
  }

  private static List<Reason> reasons(List<RuleAnswer> answers, Outcome outcome) {
    List<Reason> reasons = new ArrayList<>(2);
    for (RuleAnswer answer : answers) {
      if (answer.outcome() == outcome) {
        reasons.add(answer.reason().orElseThrow());
      }
    }
    return reasons;
  }
}
