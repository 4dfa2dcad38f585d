package cn.ecogate.site.entity;

import cn.ecogate.vocabulary.AlertLevel;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A control strategy the demo plant has from the start.
 *
 * @param from empty = from the moment the demo plant is filled
 * @param until empty = without end
 * @param worst the best stage still refused
 */
public record DemoStrategy(
    String name,
    AlertLevel alert,
    Optional<Instant> from,
    Optional<Instant> until,
    boolean heavyOnly,
    Set<FuelType> fuels,
    EmissionStage worst,
    String measure) {

  public DemoStrategy {
    fuels = Set.copyOf(fuels);
  }
}
