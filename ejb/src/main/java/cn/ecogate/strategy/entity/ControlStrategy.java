package cn.ecogate.strategy.entity;

import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.admission.entity.Spared;
import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.ResponseLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A control strategy (管控策略): what is forbidden between two moments.
 *
 * @param id the same in all its editions; 0 before it is kept
 * @param edition 1, 2, … ; 0 before it is kept
 * @param until empty = until replaced (the daily rule) or, if a platform ordered it, withdrawn
 * @param hours the part of every day it holds, empty = all day
 * @param measure the measures as one Chinese sentence; a platform's own words if it sent words
 * @param restrictions every one under the strategy's name and with whom it spares
 * @param origin empty if it was set here
 */
public record ControlStrategy(
    long id,
    int edition,
    String name,
    AlertLevel alert,
    ResponseLevel response,
    Instant from,
    Optional<Instant> until,
    Optional<DailyHours> hours,
    String measure,
    List<Restriction> restrictions,
    Spared spared,
    Optional<Origin> origin) {

  public ControlStrategy {
    String named = name;
    Spared left = spared;
    restrictions = restrictions.stream().map(each -> each.of(named, left)).toList();
  }

  /** One set here, for the whole day, that spares nobody; the response follows the alert. */
  public ControlStrategy(
      long id,
      String name,
      AlertLevel alert,
      Instant from,
      Optional<Instant> until,
      String measure,
      List<Restriction> restrictions) {
    this(
        id,
        0,
        name,
        alert,
        ResponseLevel.usual(alert),
        from,
        until,
        Optional.empty(),
        measure,
        restrictions,
        Spared.NOBODY,
        Optional.empty());
  }

  /** The same strategy, ending at that moment. */
  public ControlStrategy endingAt(Instant end) {
    return new ControlStrategy(
        id,
        edition,
        name,
        alert,
        response,
        from,
        Optional.of(end),
        hours,
        measure,
        restrictions,
        spared,
        origin);
  }

  /** The same content under another number. */
  public ControlStrategy as(long otherId, int otherEdition) {
    return new ControlStrategy(
        otherId,
        otherEdition,
        name,
        alert,
        response,
        from,
        until,
        hours,
        measure,
        restrictions,
        spared,
        origin);
  }

  /** A rule for every day: no alert, no end. */
  public boolean daily() {
    return alert == AlertLevel.NONE && until.isEmpty();
  }

  /** True if a platform ordered it in words only and nobody has made rules of them yet. */
  public boolean needsPerson() {
    return origin.isPresent() && restrictions.isEmpty();
  }
}
