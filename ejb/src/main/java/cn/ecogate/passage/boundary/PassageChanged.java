package cn.ecogate.passage.boundary;

/**
 * CDI event, asynchronous, after the commit: a passage was recorded, or what was done about it is
 * now known.
 */
public record PassageChanged(long passageId, String laneId) {}
