package cn.ecogate.planted.registry.boundary;

import java.time.Clock;

/** Planted: a clock of one'\''s own. */
class MakesAClock {
  Clock clock = Clock.systemUTC();
}
