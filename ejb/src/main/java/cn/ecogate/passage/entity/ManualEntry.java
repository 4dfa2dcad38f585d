package cn.ecogate.passage.entity;

import cn.ecogate.vocabulary.PlateColor;
import java.time.Instant;

/**
 * A plate that a guard typed because the camera could not read it.
 *
 * @param key chosen by the client, so that a repeated request cannot become a second passage
 * @param plate empty for a vehicle without a plate
 * @param seenAt null = now
 * @param photo JPEG bytes, null if none
 */
public record ManualEntry(
    String key,
    String laneId,
    String plate,
    PlateColor color,
    Instant seenAt,
    String note,
    byte[] photo) {}
