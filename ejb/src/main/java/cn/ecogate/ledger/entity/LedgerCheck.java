package cn.ecogate.ledger.entity;

import java.util.List;

/**
 * Outcome of recomputing the ledger: how many entries, the root, and every fault found as a
 * sentence.
 */
public record LedgerCheck(long entries, String rootHash, List<String> faults) {

  public LedgerCheck {
    faults = List.copyOf(faults);
  }

  public boolean sound() {
    return faults.isEmpty();
  }
}
