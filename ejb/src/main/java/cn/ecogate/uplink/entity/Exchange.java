package cn.ecogate.uplink.entity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one sending, and every call it took: a token fetched, the same once more.
 *
 * @param calls in the order they were made
 * @param told what was wanted of an accepted answer: the platform's number for it, or its name for
 *     a photo; empty if nothing was wanted or it was not there
 */
public record Exchange(Answer answer, List<CallMade> calls, Optional<String> told) {

  public Exchange {
    calls = List.copyOf(calls);
  }

  public Exchange(Answer answer, List<CallMade> calls) {
    this(answer, calls, Optional.empty());
  }

  /** The same calls, but the answer says something more. */
  public Exchange saying(Answer other) {
    return new Exchange(other, calls, told);
  }

  /** The same, with what was called before it. */
  public Exchange after(List<CallMade> earlier) {
    return new Exchange(answer, Stream.concat(earlier.stream(), calls.stream()).toList(), told);
  }

  public Duration took() {
    return calls.stream().map(CallMade::took).reduce(Duration.ZERO, Duration::plus);
  }
}
