package cn.ecogate.site.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * What the back office has decided about one device of the site; where there is none, the site file
 * holds.
 *
 * @param version counts its changes
 * @param kept the device as it is now; null unless {@link State#KEPT}
 * @param fileChanged true if the file says something else about it than when it was decided
 * @param trouble why it cannot be linked, null if it can
 */
public record Amendment(
    String deviceId,
    long version,
    State state,
    Device kept,
    boolean fileChanged,
    String trouble,
    String changedBy,
    Instant changedAt) {

  public Optional<Device> device() {
    return Optional.ofNullable(kept);
  }

  public Optional<String> whyNotLinked() {
    return Optional.ofNullable(trouble);
  }

  /** Whose word holds. */
  public enum State {
    /** The back office's. */
    KEPT,
    /** The back office has taken it away. */
    REMOVED,
    /** The file's again. */
    FILE
  }
}
