package cn.ecogate.uplink.entity;

import java.time.LocalDate;
import java.util.List;

/**
 * One day of one platform: the sums, their parts by gate and kind, what happened in words.
 *
 * @param story Chinese sentences
 */
public record DayReport(
    String platformId,
    String platformName,
    LocalDate day,
    Tally sum,
    List<Tally> parts,
    List<String> story) {}
