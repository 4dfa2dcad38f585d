package cn.ecogate.strategy.entity;

import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.ResponseLevel;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A strategy as a platform sent it.
 *
 * @param until empty if the platform names no end: it holds until withdrawn
 * @param measures those of the numbered ones it ordered
 * @param words what it ordered in words, for a person; may be empty
 * @param withdrawn the platform takes it back
 */
public record ReceivedStrategy(
    Origin origin,
    AlertLevel alert,
    ResponseLevel response,
    Instant from,
    Optional<Instant> until,
    List<KnownMeasure> measures,
    String words,
    boolean withdrawn) {

  public ReceivedStrategy {
    measures = List.copyOf(measures);
    words = Objects.requireNonNullElse(words, "").strip();
  }
}
