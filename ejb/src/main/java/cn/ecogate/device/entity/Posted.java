package cn.ecogate.device.entity;

import java.time.Instant;
import java.util.List;

/**
 * What a notice board was told to show last.
 *
 * @param shown whether the board confirmed it
 */
public record Posted(List<String> lines, boolean shown, Instant at) {

  public Posted {
    lines = List.copyOf(lines);
  }
}
