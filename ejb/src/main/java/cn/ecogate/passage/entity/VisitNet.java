package cn.ecogate.passage.entity;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a vehicle brought or took, from its gross weights at entrance and exit.
 *
 * @param passageId the passage whose load it is: the entrance if it came heavier, else the exit
 * @param tonnes never negative
 */
public record VisitNet(long passageId, BigDecimal tonnes, BigDecimal grossIn, BigDecimal grossOut) {

  /** Empty unless both halves and both weights are there and differ. */
  public static Optional<VisitNet> of(
      Visit visit, Optional<BigDecimal> grossIn, Optional<BigDecimal> grossOut) {
    if (visit.getState() != Visit.State.LEFT || grossIn.isEmpty() || grossOut.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal brought = grossIn.get().subtract(grossOut.get());
    long passage = brought.signum() > 0 ? visit.getInPassage() : visit.getOutPassage();
    return brought.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new VisitNet(passage, Load.tonnes(brought.abs()), grossIn.get(), grossOut.get()));
  }

  /** True if it came loaded. */
  public boolean inward() {
    return grossIn.compareTo(grossOut) > 0;
  }
}
