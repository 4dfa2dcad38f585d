package cn.ecogate.release.entity;

import java.util.function.Function;

/** What became of an answer to an exemption, under the lock that lets only one be the first. */
public sealed interface Ruling {

  <T> T match(
      Function<Granted, T> granted, Function<Declined, T> declined, Function<TooLate, T> tooLate);

  /** Recorded as released by this very answer: the barrier may be told. */
  record Granted(Release release) implements Ruling {
    @Override
    public <T> T match(
        Function<Granted, T> granted,
        Function<Declined, T> declined,
        Function<TooLate, T> tooLate) {
      return granted.apply(this);
    }
  }

  /** Recorded as declined by this very answer. */
  record Declined(Release release) implements Ruling {
    @Override
    public <T> T match(
        Function<Granted, T> granted,
        Function<Declined, T> declined,
        Function<TooLate, T> tooLate) {
      return declined.apply(this);
    }
  }

  /** It was over already: answered by another, withdrawn, expired, or the vehicle has left. */
  record TooLate(Release release) implements Ruling {
    @Override
    public <T> T match(
        Function<Granted, T> granted,
        Function<Declined, T> declined,
        Function<TooLate, T> tooLate) {
      return tooLate.apply(this);
    }
  }
}
