package cn.ecogate.mobile.uplink;

import cn.ecogate.mobile.Word;
import cn.ecogate.uplink.entity.Violation;
import java.time.Instant;

/** A violation a platform has told of. */
public record ViolationItem(
    long id,
    String platform,
    String number,
    String plate,
    Word color,
    String vin,
    Instant inAt,
    Instant outAt,
    String reason,
    String note,
    Instant receivedAt,
    Instant amendedAt) {

  static ViolationItem of(Violation violation) {
    return new ViolationItem(
        violation.getId(),
        violation.getPlatformId(),
        violation.getNumber(),
        violation.getPlate(),
        Word.of(violation.getPlateColor()),
        violation.getVin(),
        violation.in().orElse(null),
        violation.out().orElse(null),
        violation.getReason(),
        violation.getNote(),
        violation.getReceivedAt(),
        violation.getAmendedAt());
  }
}
