package cn.ecogate.passage.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * A barrier that rose for a passage and waits to be used.
 *
 * @param vehicle how people call it
 * @param within how long its driver has
 */
public record Opening(
    String laneId, String passageSerial, String vehicle, Instant at, Duration within) {}
