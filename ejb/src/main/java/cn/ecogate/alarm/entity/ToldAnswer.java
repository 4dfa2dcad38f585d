package cn.ecogate.alarm.entity;

import java.util.function.Function;

/** How a channel took what it was told. */
public sealed interface ToldAnswer {

  <T> T match(Function<Taken, T> taken, Function<NotTaken, T> notTaken);

  /** It has it. */
  record Taken(String words) implements ToldAnswer {
    @Override
    public <T> T match(Function<Taken, T> taken, Function<NotTaken, T> notTaken) {
      return taken.apply(this);
    }
  }

  /** It could not be reached, or refused: it is tried again. */
  record NotTaken(String words) implements ToldAnswer {
    @Override
    public <T> T match(Function<Taken, T> taken, Function<NotTaken, T> notTaken) {
      return notTaken.apply(this);
    }
  }
}
