package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong with a device since its install, kept after it is well again: for the person who
 * looks for the cause.
 *
 * @param lastFaultAt null if nothing ever went wrong
 * @param lastFault the newest failure in words, null if nothing ever went wrong
 * @param badFrames the newest first, few and short
 */
public record Diagnosis(
    String deviceId, Instant lastFaultAt, String lastFault, List<BadFrame> badFrames)
    implements Serializable {

  public Diagnosis {
    badFrames = List.copyOf(badFrames);
  }

  public Optional<Instant> faultAt() {
    return Optional.ofNullable(lastFaultAt);
  }

  public Optional<String> fault() {
    return Optional.ofNullable(lastFault);
  }
}
