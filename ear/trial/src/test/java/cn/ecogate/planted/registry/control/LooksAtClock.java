package cn.ecogate.planted.registry.control;

import java.time.Clock;

/** Planted: a calculation with a clock. */
class LooksAtClock {
  Clock clock;
}
