package cn.ecogate.strategy.boundary;

import cn.ecogate.admission.entity.Listing;
import cn.ecogate.admission.entity.Restriction;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The control strategies and the exceeding list. A strategy ends by itself; the daily rule is then
 * back.
 */
@Stateless
public class Strategies {

  /** Strategies in force at that moment, strictest alert first. */
  public List<ControlStrategy> inForce(Instant at) {
    throw new IllegalStateException("not built yet");
  }

  /** What they forbid, flat, for the rules. */
  public List<Restriction> restrictions(Instant at) {
    throw new IllegalStateException("not built yet");
  }

  /** The vehicle's unreleased entry on an exceeding list. */
  public Optional<Listing> listing(PlateNumber plate, PlateColor color) {
    throw new IllegalStateException("not built yet");
  }
}
