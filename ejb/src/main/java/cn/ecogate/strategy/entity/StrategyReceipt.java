package cn.ecogate.strategy.entity;

import java.util.Optional;

/**
 * What became of a strategy a platform sent.
 *
 * @param strategy as it is kept now; empty only if a strategy never heard of was withdrawn
 * @param needsPerson it was ordered in words: an officer has to turn them into rules
 */
public record StrategyReceipt(
    Change change, Optional<ControlStrategy> strategy, boolean needsPerson) {

  /** What the message changed. */
  public enum Change {
    ADDED,
    AMENDED,
    WITHDRAWN,
    /** The same as it said before. */
    UNCHANGED
  }
}
