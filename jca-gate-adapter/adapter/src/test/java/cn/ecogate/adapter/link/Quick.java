package cn.ecogate.adapter.link;

import java.time.Duration;

/** Waiting times for tests: the field's, a good deal shorter. */
final class Quick {

  static final Timings TIMINGS =
      new Timings(
          Duration.ofSeconds(2),
          Duration.ofMillis(500),
          Duration.ofMillis(1000),
          Duration.ofMillis(100),
          Duration.ofMillis(20),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(60));

  private Quick() {}
}
