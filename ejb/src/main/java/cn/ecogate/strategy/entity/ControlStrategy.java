package cn.ecogate.strategy.entity;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.vocabulary.AlertLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A control strategy (管控策略): what is forbidden between two moments.
 *
 * @param until empty = until replaced (the daily rule)
 * @param measure the measures as one Chinese sentence
 */
public record ControlStrategy(
    long id,
    String name,
    AlertLevel alert,
    Instant from,
    Optional<Instant> until,
    String measure,
    List<Restriction> restrictions) {

  public ControlStrategy {
    restrictions = List.copyOf(restrictions);
  }
}
