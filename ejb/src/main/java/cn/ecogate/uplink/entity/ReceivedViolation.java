package cn.ecogate.uplink.entity;

import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A violation (违规通报) as a platform sent it: a vehicle that it holds should not have been let in.
 *
 * @param number the platform's own number; made of the content where it gives none
 */
public record ReceivedViolation(
    String number,
    String enterprise,
    PlateNumber plate,
    PlateColor color,
    Optional<String> vin,
    Optional<Instant> in,
    Optional<Instant> out,
    String reason,
    String note) {}
