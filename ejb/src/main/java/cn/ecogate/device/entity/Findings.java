package cn.ecogate.device.entity;

import java.time.Instant;
import java.util.List;

/**
 * What went wrong with a device since it was linked, for whoever looks for the cause.
 *
 * @param faultAt when something last went wrong, null if never
 * @param fault the sentence of that, null if never
 * @param frames what was not understood, the newest first
 */
public record Findings(Instant faultAt, String fault, List<Frame> frames) {

  public Findings {
    frames = List.copyOf(frames);
  }

  /**
   * Bytes that were not understood.
   *
   * @param why which rule they broke
   * @param hex sixteen bytes a line
   * @param text empty if they are no text
   */
  public record Frame(Instant at, String why, int length, String hex, String text) {}
}
