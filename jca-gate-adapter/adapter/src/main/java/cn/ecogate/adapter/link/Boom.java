package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.BarrierReport.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What one barrier has shown so far; tells a commanded rise from an unexplained one. */
final class Boom {

  /** A boom leaves its lower limit within a second or two of the button; later is somebody else. */
  static final Duration COMMANDED_WITHIN = Duration.ofSeconds(5);

  private BarrierReport last;

  /**
   * The last position that was not UNKNOWN: a switch that contradicts for a moment hides no lift.
   */
  private Position known = Position.UNKNOWN;

  private Instant openCommandedAt;
  private boolean heldUp;

  Boom(String deviceId, Instant now) {
    this.last = new BarrierReport(deviceId, Position.UNKNOWN, false, false, false, now);
  }

  synchronized BarrierReport last() {
    return last;
  }

  /** To be called before the command is written: the boom may move before the echo is here. */
  synchronized void openCommanded(Instant now) {
    openCommandedAt = now;
  }

  /** While it is held up, every rise is ours. */
  synchronized void heldUp(boolean held) {
    heldUp = held;
  }

  /** The report to send if this is anything new. */
  synchronized Optional<BarrierReport> observe(Position position, boolean occupied, Instant now) {
    if (position == last.position() && occupied == last.occupied()) {
      return Optional.empty();
    }
    boolean raised = position == Position.UP || position == Position.MOVING;
    boolean rises = raised && known == Position.DOWN;
    boolean commanded =
        position == Position.UNKNOWN
            ? last.commanded()
            : raised && (rises ? ours(now) : last.commanded());
    last = new BarrierReport(last.deviceId(), position, occupied, rises, commanded, now);
    known = position == Position.UNKNOWN ? known : position;
    return Optional.of(last);
  }

  private boolean ours(Instant now) {
    return heldUp
        || openCommandedAt != null
            && !now.isAfter(openCommandedAt.plus(COMMANDED_WITHIN))
            && !now.isBefore(openCommandedAt);
  }
}
