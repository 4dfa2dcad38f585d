package cn.ecogate.passage.boundary;

/**
 * CDI event, inside the transaction: a barrier's record or lock of that lane is new or has changed.
 * Observe it after the commit.
 */
public record BarrierRecorded(String laneId) {}
