package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport;
import cn.ecogate.adapter.api.BarrierReport.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;

/** What one barrier's inputs have shown so far; tells a commanded rise from an unexplained one. */
final class Boom {

  /** A boom leaves its lower limit within a second or two of the button; later is somebody else. */
  static final Duration COMMANDED_WITHIN = Duration.ofSeconds(5);

  private final Wiring wiring;
  private BarrierReport last;
  private Instant openCommandedAt;

  Boom(String deviceId, Wiring wiring, Instant now) {
    this.wiring = wiring;
    this.last = new BarrierReport(deviceId, Position.UNKNOWN, false, false, now);
  }

  synchronized BarrierReport last() {
    return last;
  }

  /** To be called before the command is written: the boom may move before the echo is here. */
  synchronized void openCommanded(Instant now) {
    openCommandedAt = now;
  }

  /** The report to send if these inputs show anything new. */
  synchronized Optional<BarrierReport> observe(BitSet inputs, Instant now) {
    Position position = wiring.position(inputs);
    boolean occupied = wiring.occupied(inputs);
    if (position == last.position() && occupied == last.occupied()) {
      return Optional.empty();
    }
    boolean raised = position == Position.UP || position == Position.MOVING;
    boolean rises = raised && last.position() == Position.DOWN;
    boolean commanded = raised && (rises ? justCommanded(now) : last.commanded());
    last = new BarrierReport(last.deviceId(), position, occupied, commanded, now);
    return Optional.of(last);
  }

  private boolean justCommanded(Instant now) {
    return openCommandedAt != null
        && !now.isAfter(openCommandedAt.plus(COMMANDED_WITHIN))
        && !now.isBefore(openCommandedAt);
  }
}
