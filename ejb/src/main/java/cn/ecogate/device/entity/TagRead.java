package cn.ecogate.device.entity;

import java.time.Instant;

/**
 * CDI event, synchronous: a lane's scanner or reader has read a code. If an observer fails it is
 * fired again, with the same event id.
 *
 * @param number what the text holds, e.g. the VIN at the end of an address
 */
public record TagRead(
    String laneId,
    String deviceId,
    String eventId,
    Instant at,
    TagKind kind,
    String number,
    String text,
    String rawDigest) {}
