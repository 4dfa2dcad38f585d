package cn.ecogate.device.entity;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * CDI event, synchronous: a weight has come to rest on a lane's weighbridge, in kilograms. If an
 * observer fails it is fired again, with the same event id.
 *
 * @param gross null if the indicator shows only net
 * @param tare null if none, or not told
 * @param net null unless the indicator shows it
 * @param corrects event id of the weight it replaces in the same weighing, null as a rule
 */
public record WeightTaken(
    String laneId,
    String deviceId,
    String eventId,
    Instant at,
    BigDecimal gross,
    BigDecimal tare,
    BigDecimal net,
    int stableFrames,
    String corrects,
    String rawDigest) {}
