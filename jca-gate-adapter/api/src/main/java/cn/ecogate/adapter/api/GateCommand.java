package cn.ecogate.adapter.api;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a device can be told to do. A device that cannot do it answers with a {@link GateException}.
 */
public sealed interface GateCommand extends Serializable {

  /**
   * Raises the boom once. Returns when the device has confirmed the command, not when the boom is
   * up.
   */
  record OpenBarrier() implements GateCommand {}

  /** Lowers the boom; refused while the loop is occupied. */
  record CloseBarrier() implements GateCommand {}

  /**
   * Holds the boom up until it is unlocked, whatever its own controller wants. Told again, it holds
   * on. A barrier that cannot hold refuses.
   */
  record LockOpen() implements GateCommand {}

  /** Holds the boom down until it is unlocked; refused while the loop is occupied. */
  record LockClosed() implements GateCommand {}

  /** Ends both locks; the boom stays where it is. */
  record Unlock() implements GateCommand {}

  /**
   * Shows lines on the lane's display for some seconds, then its waiting picture returns.
   *
   * @param seconds 0 = until replaced
   */
  record ShowLines(List<String> lines, Tone tone, int seconds) implements GateCommand {
    public ShowLines {
      lines = List.copyOf(lines);
    }
  }

  /** Speaks one sentence. */
  record Say(String text) implements GateCommand {}

  /**
   * To a camera that decides by its own list when nobody answers it: these plates it may let
   * through alone, and no others. Returns when the list is taken over; the camera is brought in
   * step with it while nothing else is to be done, and again after every absence.
   *
   * @param until when the camera is to stop trusting the list by itself
   */
  record AdmitAlone(Set<String> plates, Instant until) implements GateCommand {
    public AdmitAlone {
      plates = Set.copyOf(plates);
    }
  }

  /** How a text should look: admit is green, refuse red, attention yellow. */
  enum Tone {
    ADMIT,
    REFUSE,
    ATTENTION
  }
}
