package cn.ecogate.planted.registry.boundary;

import java.time.Instant;

/** Planted: a time that no test can set. */
class AsksTheSystemForTime {
  Instant at = Instant.now();
}
