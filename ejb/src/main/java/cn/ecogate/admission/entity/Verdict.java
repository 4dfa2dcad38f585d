package cn.ecogate.admission.entity;

import java.util.List;
import java.util.function.Function;

/**
 * What the rules say about one vehicle at one barrier. Every ledger entry of a passage carries
 * exactly one.
 */
public sealed interface Verdict {

  /**
   * Calls the one that fits; a fourth verdict cannot be added without every caller giving its
   * answer.
   */
  <T> T match(
      Function<Admitted, T> admitted,
      Function<Refused, T> refused,
      Function<NeedsGuard, T> needsGuard);

  /** The vehicle may pass. */
  record Admitted() implements Verdict {
    @Override
    public <T> T match(
        Function<Admitted, T> admitted,
        Function<Refused, T> refused,
        Function<NeedsGuard, T> needsGuard) {
      return admitted.apply(this);
    }
  }

  /** Every reason, not the first: the driver, the display and the ledger need them all. */
  record Refused(List<Reason> reasons) implements Verdict {
    public Refused {
      reasons = List.copyOf(reasons);
    }

    @Override
    public <T> T match(
        Function<Admitted, T> admitted,
        Function<Refused, T> refused,
        Function<NeedsGuard, T> needsGuard) {
      return refused.apply(this);
    }
  }

  /** The rules cannot tell: a guard has to look. */
  record NeedsGuard(List<Reason> why) implements Verdict {
    public NeedsGuard {
      why = List.copyOf(why);
    }

    @Override
    public <T> T match(
        Function<Admitted, T> admitted,
        Function<Refused, T> refused,
        Function<NeedsGuard, T> needsGuard) {
      return needsGuard.apply(this);
    }
  }
}
