package cn.ecogate.adapter.link;

import cn.ecogate.adapter.api.BarrierReport.Position;
import cn.ecogate.adapter.api.catalogue.Settings;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Which terminals of a relay board one barrier hangs on.
 *
 * @param timing who ends the pulse
 * @param pulseMillis how long a button is pressed
 */
public record Wiring(
    int unit,
    Timing timing,
    int pulseMillis,
    int openCoil,
    OptionalInt closeCoil,
    OptionalInt loopInput,
    OptionalInt upInput,
    OptionalInt downInput) {

  /** Who switches a coil off again. */
  public enum Timing {
    /** The board itself, told how long. */
    BOARD_TIMED,
    /** We do. */
    ON_WAIT_OFF
  }

  static Wiring of(Settings told) {
    return new Wiring(
        told.number("unit"),
        told.text("timing").equals("board-timed") ? Timing.BOARD_TIMED : Timing.ON_WAIT_OFF,
        told.number("pulse-ms"),
        told.number("open-coil"),
        told.numberIfGiven("close-coil"),
        told.numberIfGiven("loop-input"),
        told.numberIfGiven("up-input"),
        told.numberIfGiven("down-input"));
  }

  /** How many inputs have to be read to know all of this barrier's; 0 if it has none. */
  int inputCount() {
    return Math.max(loopInput.orElse(-1), Math.max(upInput.orElse(-1), downInput.orElse(-1))) + 1;
  }

  boolean occupied(BitSet inputs) {
    return on(inputs, loopInput);
  }

  /**
   * With one limit switch the other end is concluded; two that contradict each other say nothing.
   */
  Position position(BitSet inputs) {
    boolean up = on(inputs, upInput);
    boolean down = on(inputs, downInput);
    if (upInput.isEmpty() && downInput.isEmpty() || up && down) {
      return Position.UNKNOWN;
    }
    if (up || down) {
      return up ? Position.UP : Position.DOWN;
    }
    if (upInput.isEmpty()) {
      return Position.UP;
    }
    return downInput.isEmpty() ? Position.DOWN : Position.MOVING;
  }

  private static boolean on(BitSet inputs, OptionalInt input) {
    return input.isPresent() && inputs.get(input.getAsInt());
  }
}
