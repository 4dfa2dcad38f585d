package cn.ecogate.simulator.scale;

import java.util.Random;

/**
 * A weighbridge with at most one vehicle: the weight climbs as it drives on, wobbles, settles, and
 * falls as it drives off. Time is handed in as milliseconds of any steady clock.
 */
public final class Weighbridge {

  /** One look at the indicator, in kilograms. */
  public record Weight(int kilograms, boolean moving, boolean overloaded) {}

  /** The scale interval, e = d. */
  static final int DIVISION = 20;

  static final long DRIVE_MILLIS = 1_800;
  static final long WOBBLE_MILLIS = 1_600;
  private static final int WOBBLE_KILOGRAMS = 180;
  private static final int CAPACITY = 120_000;

  private final Random random;
  private int from;
  private int to;
  private long since = Long.MIN_VALUE / 2;

  public Weighbridge(Random random) {
    this.random = random;
  }

  /** A vehicle of that mass drives on. */
  public synchronized void driveOn(int kilograms, long now) {
    go(kilograms, now);
  }

  public synchronized void driveOff(long now) {
    go(0, now);
  }

  private void go(int target, long now) {
    from = weight(now).kilograms();
    to = target / DIVISION * DIVISION;
    since = now;
  }

  public synchronized Weight weight(long now) {
    long elapsed = now - since;
    double kilograms = to;
    boolean moving = false;
    if (elapsed < DRIVE_MILLIS) {
      kilograms = from + (to - from) * (double) Math.max(0, elapsed) / DRIVE_MILLIS;
      moving = true;
    } else if (elapsed < DRIVE_MILLIS + WOBBLE_MILLIS) {
      double fading = 1 - (double) (elapsed - DRIVE_MILLIS) / WOBBLE_MILLIS;
      kilograms = to + (random.nextDouble() - 0.5) * 2 * WOBBLE_KILOGRAMS * fading;
      moving = true;
    }
    int shown = (int) Math.round(kilograms / DIVISION) * DIVISION;
    return new Weight(Math.min(shown, CAPACITY), moving, shown > CAPACITY);
  }
}
