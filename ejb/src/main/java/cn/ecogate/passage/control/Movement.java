package cn.ecogate.passage.control;

import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.PlateColor;
import java.time.Instant;
import java.util.Comparator;

/**
 * A passage as the pairing into visits sees it, and whether the vehicle went through.
 *
 * @param vin as it was on file at that moment, null if it was not
 * @param passed false for a vehicle that was turned away, or for which the barrier rose in vain
 */
public record Movement(
    long passageId,
    String plate,
    PlateColor color,
    String vin,
    Direction direction,
    Instant at,
    String laneId,
    String owner,
    EmissionStage stage,
    boolean passed) {

  /** In the order of the gate's own time, whenever they were told. */
  public static final Comparator<Movement> IN_TIME =
      Comparator.comparing(Movement::at).thenComparing(Movement::passageId);

  /** True if both are the same vehicle: by VIN where both have one, else by plate and colour. */
  boolean sameVehicle(Movement other) {
    return vin != null && other.vin != null
        ? vin.equals(other.vin)
        : plate.equals(other.plate) && color == other.color;
  }
}
