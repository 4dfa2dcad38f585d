package cn.ecogate.uplink.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * One request to a platform and what came back, as it went over the line.
 *
 * @param requestDigest SHA-256 of the body, lower-case hex
 * @param status HTTP status, 0 if there was no answer
 * @param answer what the platform wrote, or what went wrong; never a token
 */
public record CallMade(
    Purpose purpose,
    String endpoint,
    Instant at,
    Duration took,
    String requestDigest,
    int requestBytes,
    int status,
    Ending ending,
    String answer) {

  /** What it was made for. */
  public enum Purpose {
    TOKEN,
    RECORD,
    /** Handing over a photo by itself. */
    PHOTO,
    HEARTBEAT,
    /** Asking which records the platform holds. */
    RECONCILE,
    /** Asking for what the platform sends down. */
    RECEIVE
  }

  /** How it ended. */
  public enum Ending {
    ACCEPTED,
    REFUSED,
    /** Answered, but not now. */
    AGAIN,
    NO_ANSWER,
    /** The node died between call and settlement: nobody knows whether it arrived. */
    UNKNOWN
  }
}
