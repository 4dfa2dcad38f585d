package cn.ecogate.release.entity;

import cn.ecogate.registry.entity.StageEvidence;
import cn.ecogate.vocabulary.EmissionStage;
import cn.ecogate.vocabulary.FuelType;
import cn.ecogate.vocabulary.PlateColor;
import java.time.Instant;

/**
 * What a guard types and scans about a vehicle nobody has filed, while its driver waits; null where
 * the usual is meant.
 *
 * @param key chosen by the client, so that a repeated request cannot become a second passage
 * @param passageId the passage that asked, so that the next vehicle is not let in on this one's
 *     papers
 * @param scan the environmental list's code or a bare VIN, as a scanner types it
 * @param type GA/T 16.4 code
 * @param use GA/T 16.3 letter
 * @param evidence how the stage was established
 * @param until when the filing ends
 * @param papers JPEG bytes of the list or the licence; its code is read if nothing was scanned
 */
public record LaneFiling(
    String key,
    String laneId,
    Long passageId,
    String plate,
    PlateColor color,
    String scan,
    EmissionStage stage,
    FuelType fuel,
    String type,
    String use,
    StageEvidence evidence,
    Instant until,
    byte[] papers) {}
