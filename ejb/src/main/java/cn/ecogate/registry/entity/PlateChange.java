package cn.ecogate.registry.entity;

import cn.ecogate.vocabulary.PlateColor;

/**
 * A vehicle on file has another plate now.
 *
 * @param vehicleId the filing that stays
 * @param version as the asker saw it, so that nobody's change is lost
 */
public record PlateChange(
    long vehicleId, long version, String plate, PlateColor color, String reason) {}
