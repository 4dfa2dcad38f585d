package cn.ecogate.device.entity;

import java.time.Instant;

/**
 * What became of a command.
 *
 * @param words what happened, Chinese, for the passage's page and the device screen
 * @param at when it was answered
 */
public record Acknowledgement(Outcome outcome, String words, Instant at, long elapsedMillis) {

  /** How it went. */
  public enum Outcome {
    DONE,
    FAILED,
    SKIPPED
  }
}
