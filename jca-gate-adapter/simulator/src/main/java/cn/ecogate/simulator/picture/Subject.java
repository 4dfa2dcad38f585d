package cn.ecogate.simulator.picture;

/**
 * A vehicle as a camera looks at it.
 *
 * @param plate the true plate, also when it cannot be read; empty if it carries none
 * @param type GA/T 16.4 code, which decides the drawing
 * @param seed the same vehicle looks the same in every picture
 */
public record Subject(
    String plate, PlateColor color, Reading reading, String type, boolean electric, long seed) {

  /** What the camera's recognition makes of the plate. */
  public enum Reading {
    READ,
    UNREAD,
    NO_PLATE
  }
}
