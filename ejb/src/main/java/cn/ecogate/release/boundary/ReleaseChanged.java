package cn.ecogate.release.boundary;

import cn.ecogate.release.entity.Release;

/**
 * CDI event, inside the transaction: a release or exemption was asked for, answered, ended or has
 * opened. Observe it after the commit.
 */
public record ReleaseChanged(long id, String laneId, Release.State state) {}
