package cn.ecogate.admission.control;

import cn.ecogate.admission.entity.Reason;
import cn.ecogate.admission.entity.RuleAnswer.Outcome;
import java.util.Optional;

/** What one rule found, before the rule's name is put on it. */
record Finding(Outcome outcome, String found, Optional<Reason> reason) {

  static Finding passed(String found) {
    return new Finding(Outcome.PASSED, found, Optional.empty());
  }

  static Finding silent(String found) {
    return new Finding(Outcome.SILENT, found, Optional.empty());
  }

  static Finding refuses(String found, Reason.Code code, String sentence) {
    return new Finding(Outcome.REFUSES, found, Optional.of(new Reason(code, sentence)));
  }

  static Finding asksGuard(String found, Reason.Code code, String sentence) {
    return new Finding(Outcome.ASKS_GUARD, found, Optional.of(new Reason(code, sentence)));
  }

  static Finding notes(String found, Reason.Code code, String sentence) {
    return new Finding(Outcome.NOTES, found, Optional.of(new Reason(code, sentence)));
  }
}
