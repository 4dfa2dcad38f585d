package cn.ecogate.admission.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a vehicle is as far as its passages tell.
 *
 * @param insideSince when it came in, empty if it is not inside
 * @param here true if it came in by this very lane
 */
public record Whereabouts(Optional<Instant> insideSince, boolean here) {

  public static final Whereabouts OUTSIDE = new Whereabouts(Optional.empty(), false);
}
