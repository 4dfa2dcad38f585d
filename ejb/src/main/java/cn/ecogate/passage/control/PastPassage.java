package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.FiledVehicle;
import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.vocabulary.Direction;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * What a recorded passage says of the facts it was decided by.
 *
 * @param vehicle the filed vehicle as it was then, empty if none was
 * @param refused it was refused then
 * @param settling a guard's entry for a plate that no camera could read
 */
public record PastPassage(
    Instant at,
    Direction direction,
    Sighting sighting,
    Optional<PlateNumber> plate,
    PlateColor color,
    Optional<FiledVehicle> vehicle,
    boolean refused,
    boolean settling) {}
