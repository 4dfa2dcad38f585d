package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When one camera, by its own clock, saw what: by it a vehicle is known again that the camera tells
 * under another number.
 *
 * @param plate null if none was read
 */
public record Moment(Sighting sighting, String plate, Instant at) {

  /** Cameras write their times in whole seconds, some cut and some rounded. */
  public static final Duration SAME = Duration.ofSeconds(1);

  /** Empty if the camera gave no time. */
  public static Optional<Moment> of(Arrival arrival) {
    return arrival
        .deviceAt()
        .filter(device -> !device.equals(arrival.receivedAt()))
        .map(
            device ->
                new Moment(
                    arrival.sighting(),
                    arrival.plate().map(PlateNumber::text).orElse(null),
                    device));
  }

  public boolean isSame(Moment other) {
    return sighting == other.sighting
        && Objects.equals(plate, other.plate)
        && Duration.between(at, other.at).abs().compareTo(SAME) <= 0;
  }
}
