package cn.ecogate.alarm.entity;

import java.time.Duration;
import java.util.Optional;

/**
 * How one kind of alarm was dealt with over a time.
 *
 * @param toAcknowledge the middle one of the times until somebody acknowledged, empty if nobody did
 * @param open the middle one of the times they stood, up to now for those that still stand
 * @param longest the longest of those
 */
public record AlarmStatistics(
    Alarm.Kind kind,
    int raised,
    int standing,
    int climbed,
    Optional<Duration> toAcknowledge,
    Duration open,
    Duration longest) {}
