package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.WeightReport.State;
import cn.ecogate.adapter.wire.WeightFrame;
import cn.ecogate.adapter.wire.WeightFrame.Motion;
import cn.ecogate.adapter.wire.WeightFrame.Range;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What has happened on one weighbridge since it was empty: when a load has come to rest, and
 * whether that has been told already.
 */
final class Weighing {

  /** So many frames in a row within a division are rest; indicators send about ten a second. */
  static final int ENOUGH = 5;

  /** A driver who gets out is no new weight; a second vehicle is. */
  static final int DIVISIONS_ELSEWHERE = 5;

  private final BigDecimal division;
  private final BigDecimal emptyBelow;
  private BigDecimal resting;
  private int frames;
  private BigDecimal told;
  private State state = State.SILENT;

  /**
   * A load that has come to rest.
   *
   * @param again true if the weight told before in this weighing was another
   */
  record Settled(WeightFrame frame, int frames, boolean again) {}

  /** All in kilograms. */
  Weighing(int division, int emptyBelow) {
    this.division = BigDecimal.valueOf(division);
    this.emptyBelow = BigDecimal.valueOf(emptyBelow);
  }

  State state() {
    return state;
  }

  /** The weight to tell, if this frame makes one. */
  Optional<Settled> observe(WeightFrame frame) {
    if (frame.range() != Range.FINE && frame.load().isEmpty()) {
      unsettle(State.valueOf(frame.range().name()));
      return Optional.empty();
    }
    BigDecimal load = frame.load().orElseThrow();
    if (load.compareTo(emptyBelow) < 0) {
      unsettle(load.compareTo(division.negate()) < 0 ? State.NEGATIVE : State.EMPTY);
      told = null;
      return Optional.empty();
    }
    if (frame.motion() == Motion.MOVING) {
      unsettle(State.MOVING);
      return Optional.empty();
    }
    count(load);
    if (frames < ENOUGH) {
      state = State.MOVING;
      return Optional.empty();
    }
    state = State.SETTLED;
    return tell(frame, load);
  }

  private void count(BigDecimal load) {
    if (resting == null || load.subtract(resting).abs().compareTo(division) > 0) {
      resting = load;
      frames = 0;
    }
    frames++;
  }

  private Optional<Settled> tell(WeightFrame frame, BigDecimal load) {
    BigDecimal elsewhere = division.multiply(BigDecimal.valueOf(DIVISIONS_ELSEWHERE));
    boolean again = told != null;
    if (again && load.subtract(told).abs().compareTo(elsewhere) <= 0) {
      return Optional.empty();
    }
    told = load;
    return Optional.of(new Settled(frame, frames, again));
  }

  private void unsettle(State now) {
    state = now;
    resting = null;
    frames = 0;
  }

  /** Frames stay away: what is told so far stays told, as the vehicle may stay. */
  void silent() {
    unsettle(State.SILENT);
  }
}
