package cn.ecogate.device.boundary;

import cn.ecogate.device.entity.BarrierState;
import java.time.Instant;

/**
 * CDI event, synchronous: what a lane's barrier showed. An observer that fails has the same event
 * brought again, in order; {@code laneId} and {@code at} tell whether it is one that was dealt
 * with.
 *
 * @param unexplainedLift true in the one event in which the boom rose without a command from here
 */
public record BarrierMoved(
    String laneId,
    BarrierState.Position position,
    boolean occupied,
    boolean unexplainedLift,
    Instant at) {}
