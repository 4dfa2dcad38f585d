package cn.ecogate.release.entity;

import java.time.Instant;

/**
 * Somebody at the gate asks that a refused vehicle be let in all the same.
 *
 * @param wanted as for a guard's release
 * @param promisedUntil until when the papers will be filed
 */
public record NewExemption(NewRelease wanted, Instant promisedUntil) {}
