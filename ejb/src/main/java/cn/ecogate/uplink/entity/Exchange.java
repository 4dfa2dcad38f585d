package cn.ecogate.uplink.entity;

import java.time.Duration;
import java.util.List;

/**
 * What became of one sending, and every call it took: a token fetched, the same once more.
 *
 * @param calls in the order they were made
 */
public record Exchange(Answer answer, List<CallMade> calls) {

  public Exchange {
    calls = List.copyOf(calls);
  }

  /** The same calls, but the answer says something more. */
  public Exchange saying(Answer other) {
    return new Exchange(other, calls);
  }

  public Duration took() {
    return calls.stream().map(CallMade::took).reduce(Duration.ZERO, Duration::plus);
  }
}
