package cn.ecogate.passage.entity;

import java.util.List;
import java.util.function.Function;

/** What became of a paper sheet: all of it is recorded, or nothing. */
public sealed interface PaperOutcome {

  <T> T match(Function<Entered, T> entered, Function<Returned, T> returned);

  /**
   * All of it stands in the ledger.
   *
   * @param passages in the sheet's order
   */
  record Entered(List<Passage> passages) implements PaperOutcome {

    public Entered {
      passages = List.copyOf(passages);
    }

    @Override
    public <T> T match(Function<Entered, T> entered, Function<Returned, T> returned) {
      return entered.apply(this);
    }
  }

  /** Nothing was written: these cells first. */
  record Returned(List<CellFault> faults) implements PaperOutcome {

    public Returned {
      faults = List.copyOf(faults);
    }

    @Override
    public <T> T match(Function<Entered, T> entered, Function<Returned, T> returned) {
      return returned.apply(this);
    }
  }

  /**
   * What is wrong with one cell, and how to put it right.
   *
   * @param line its number on the sheet; 0 for the sheet's own head
   * @param doubt true if it may stand once somebody has said so
   */
  record CellFault(int line, String field, String code, String sentence, boolean doubt) {}
}
