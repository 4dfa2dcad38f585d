package cn.ecogate.simulator.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * The camera's one-point perspective: metres in, pixels out. X runs to the right from the middle of
 * the lane, y up from the road, z away from the stop line.
 *
 * @param side 1 = the camera stands on the right of the lane as it looks, -1 = on the left
 * @param away how far beyond the stop line the vehicle meant here halted
 * @param drift how far right of the middle
 */
record View(int side, double away, double drift) {

  static final int WIDE = 1280;
  static final int HIGH = 720;

  private static final double PIXELS_A_METRE = 176;
  private static final double GROUND = 688;
  private static final double CAMERA_HIGH = 2.55;
  private static final double CAMERA_ASIDE = 2.8;
  private static final double DISTANCE = 7.5;

  /** Where everything far away meets. */
  double vanishingX() {
    return WIDE / 2.0 + side * 430;
  }

  double horizon() {
    return GROUND - PIXELS_A_METRE * CAMERA_HIGH;
  }

  double scale(double z) {
    return PIXELS_A_METRE * DISTANCE / (DISTANCE + away + z);
  }

  Point2D at(double x, double y, double z) {
    double scale = scale(z);
    return new Point2D.Double(
        vanishingX() + scale * (x + drift - side * CAMERA_ASIDE),
        horizon() + scale * (CAMERA_HIGH - y));
  }

  /** A flat piece between corners given as x, y, z, x, y, z, … */
  Path2D face(double... corners) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners.length; i += 3) {
      Point2D corner = at(corners[i], corners[i + 1], corners[i + 2]);
      if (i == 0) {
        path.moveTo(corner.getX(), corner.getY());
      } else {
        path.lineTo(corner.getX(), corner.getY());
      }
    }
    path.closePath();
    return path;
  }

  /** Metres to pixels for things that stand upright at that depth; y still runs up. */
  AffineTransform upright(double z) {
    Point2D foot = at(0, 0, z);
    AffineTransform metres = AffineTransform.getTranslateInstance(foot.getX(), foot.getY());
    metres.scale(scale(z), -scale(z));
    return metres;
  }
}
