package cn.ecogate.uplink.entity;

import java.util.function.Function;

/** What became of one call to a platform. */
public sealed interface Answer {

  <T> T match(
      Function<Accepted, T> accepted,
      Function<RefusedForGood, T> refused,
      Function<TryAgain, T> tryAgain);

  /** The platform's words, or what went wrong; for people. */
  String words();

  /** The platform has it, now or since an earlier try. */
  record Accepted(String words) implements Answer {
    @Override
    public <T> T match(
        Function<Accepted, T> accepted,
        Function<RefusedForGood, T> refused,
        Function<TryAgain, T> tryAgain) {
      return accepted.apply(this);
    }
  }

  /** The platform read it and does not want it as it is: a repeat would be refused as well. */
  record RefusedForGood(String words) implements Answer {
    @Override
    public <T> T match(
        Function<Accepted, T> accepted,
        Function<RefusedForGood, T> refused,
        Function<TryAgain, T> tryAgain) {
      return refused.apply(this);
    }
  }

  /**
   * Nobody knows, or not now.
   *
   * @param reached true if the platform answered, so that only this record waits; false if the line
   *     itself is in doubt
   */
  record TryAgain(String words, boolean reached) implements Answer {
    @Override
    public <T> T match(
        Function<Accepted, T> accepted,
        Function<RefusedForGood, T> refused,
        Function<TryAgain, T> tryAgain) {
      return tryAgain.apply(this);
    }
  }
}
