package cn.ecogate.device.entity;

import java.time.Instant;

/**
 * What a lane's barrier does now, from its limit switches, and whether its loop (地感) is occupied.
 */
public record BarrierState(String laneId, Position position, boolean occupied, Instant since) {

  /** Where the boom is. */
  public enum Position {
    DOWN,
    MOVING,
    UP,
    UNKNOWN
  }
}
