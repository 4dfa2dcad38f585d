package cn.ecogate.adapter.link;

import java.time.Duration;

/**
 * How long links wait for what.
 *
 * @param connect for a connection to be made
 * @param reply for a device's answer to one frame
 * @param silence a stream without a complete part for that long is dead: three heartbeats of 10 s
 * @param idle a stream that pauses that long after an event of unknown size has sent all its
 *     pictures
 * @param poll between two looks at a relay board's inputs: about 8 a second
 * @param firstRetry before the first reconnect, doubling
 * @param longestRetry until this
 * @param lateAnswer after an unanswered request, before the line is used again
 */
public record Timings(
    Duration connect,
    Duration reply,
    Duration silence,
    Duration idle,
    Duration poll,
    Duration firstRetry,
    Duration longestRetry,
    Duration lateAnswer) {

  public static final Timings FIELD =
      new Timings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofMillis(500),
          Duration.ofMillis(120),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofMillis(200));
}
