package cn.ecogate.mobile.strategy;

import cn.ecogate.mobile.Word;
import cn.ecogate.strategy.entity.ExceedingVehicle;
import java.time.Instant;
import java.time.LocalDate;

/** A vehicle on the exceeding list, released or not. */
public record ListingItem(
    long id,
    String plate,
    Word plateColor,
    String vin,
    Word fuel,
    Word stage,
    String source,
    String platform,
    String reason,
    String evidence,
    LocalDate issued,
    Instant addedAt,
    String addedBy,
    boolean standing,
    Instant releasedAt,
    String releasedBy,
    String releaseReason) {

  static ListingItem of(ExceedingVehicle entry) {
    return new ListingItem(
        entry.getId(),
        entry.getPlate(),
        Word.of(entry.getPlateColor()),
        entry.getVin(),
        Word.of(entry.getFuel()),
        Word.of(entry.getStage()),
        entry.getSource(),
        entry.getPlatform(),
        entry.getReason(),
        entry.getEvidence(),
        entry.getIssued(),
        entry.getAddedAt(),
        entry.getAddedBy(),
        !entry.released(),
        entry.getReleasedAt(),
        entry.getReleasedBy(),
        entry.getReleaseReason());
  }
}
