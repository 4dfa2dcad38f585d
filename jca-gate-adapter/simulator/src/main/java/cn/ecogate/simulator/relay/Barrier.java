package cn.ecogate.simulator.relay;

import java.util.function.BiConsumer;

/**
 * A boom with its own controller: it rises and sinks in real time, protects what is under it, and
 * closes by itself. Time is handed in as milliseconds of any steady clock.
 */
public final class Barrier {

  static final long RISE_MILLIS = 1_500;
  static final long LOWER_MILLIS = 1_500;

  /** How long the boom stays up for a vehicle that never comes. */
  static final long UP_MILLIS = 5_000;

  /** From the moment the loop is free again until the boom sinks. */
  static final long CLEAR_MILLIS = 800;

  /** Where the boom is on its way. */
  public enum Motion {
    DOWN,
    RISING,
    UP,
    LOWERING
  }

  private final BiConsumer<Motion, String> onMotion;
  private Motion motion = Motion.DOWN;
  private double raised;
  private long now;
  private long upSince;
  private long freeSince;
  private boolean occupied;
  private boolean passed;
  private boolean locked;
  private boolean heldOpen;
  private boolean heldClosed;

  /**
   * @param onMotion is told every change and its cause
   */
  public Barrier(BiConsumer<Motion, String> onMotion) {
    this.onMotion = onMotion;
  }

  /** Stays where it is, or where it is going, whatever is commanded, until unlocked. */
  public synchronized void lock() {
    locked = true;
  }

  public synchronized void unlock() {
    locked = false;
    upSince = now;
  }

  /** The open contact: closing it raises the boom, holding it keeps the boom up. */
  public synchronized void openContact(boolean closed) {
    heldOpen = closed;
    upSince = now;
    if (closed) {
      raise("open contact");
    }
  }

  /** The close contact: closing it lowers the boom, holding it keeps the boom down. */
  public synchronized void closeContact(boolean closed) {
    heldClosed = closed;
    if (closed) {
      lower("close contact");
    }
  }

  /** Somebody lifts the boom by hand: no lock and no contact holds it. */
  public synchronized void liftByHand() {
    boolean wasLocked = locked;
    boolean wasHeld = heldClosed;
    locked = false;
    heldClosed = false;
    raise("lifted by hand");
    locked = wasLocked;
    heldClosed = wasHeld;
  }

  /** A command to open. */
  public synchronized void raise(String cause) {
    if (locked || heldClosed) {
      return;
    }
    if (motion == Motion.DOWN || motion == Motion.LOWERING) {
      move(Motion.RISING, cause);
    } else if (motion == Motion.UP) {
      upSince = now;
    }
    passed = false;
  }

  /** A command to close; the controller does not lower the boom onto a vehicle. */
  public synchronized void lower(String cause) {
    if (!occupied && !locked && !heldOpen && (motion == Motion.UP || motion == Motion.RISING)) {
      move(Motion.LOWERING, cause);
    }
  }

  public synchronized void occupy(boolean vehicle) {
    if (occupied && !vehicle) {
      passed = true;
      freeSince = now;
    }
    occupied = vehicle;
  }

  public synchronized void advance(long millis) {
    long elapsed = Math.max(0, millis - now);
    now = millis;
    switch (motion) {
      case RISING -> {
        raised += (double) elapsed / RISE_MILLIS;
        if (raised >= 1) {
          raised = 1;
          upSince = now;
          move(Motion.UP, "upper limit");
        }
      }
      case UP -> closeByItself();
      case LOWERING -> {
        if (occupied) {
          move(Motion.RISING, "vehicle under the boom");
        } else {
          raised -= (double) elapsed / LOWER_MILLIS;
          if (raised <= 0) {
            raised = 0;
            passed = false;
            move(Motion.DOWN, "lower limit");
          }
        }
      }
      case DOWN -> passed = false;
    }
  }

  private void closeByItself() {
    if (occupied || locked || heldOpen) {
      return;
    }
    if (passed && now - freeSince >= CLEAR_MILLIS) {
      move(Motion.LOWERING, "vehicle has passed");
    } else if (!passed && now - upSince >= UP_MILLIS) {
      move(Motion.LOWERING, "nobody came");
    }
  }

  private void move(Motion next, String cause) {
    motion = next;
    onMotion.accept(next, cause);
  }

  public synchronized Motion motion() {
    return motion;
  }

  public synchronized boolean upLimit() {
    return motion == Motion.UP;
  }

  public synchronized boolean downLimit() {
    return motion == Motion.DOWN;
  }

  public synchronized boolean occupied() {
    return occupied;
  }
}
