package cn.ecogate.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Paints one vehicle from its front, its side running away to the vanishing point. */
final class Truck {

  private static final Color[] CABS = {
    new Color(0xEDEFF0), new Color(0xB7261E), new Color(0x1F4F96), new Color(0xEDEFF0),
    new Color(0x2E7D4F), new Color(0xD98A1B), new Color(0x8C1C1C), new Color(0x3C6FA5),
    new Color(0xC9CED2), new Color(0x2D3A4A)
  };
  private static final Color[] BOXES = {
    new Color(0x2C5F93),
    new Color(0x9C3B2C),
    new Color(0xD7DADB),
    new Color(0x3B7D5B),
    new Color(0x8A8F94),
    new Color(0xC27A2A)
  };
  private static final Color FIRE = new Color(0xC5161D);
  private static final Color RUBBER = new Color(0x1B1B1D);
  private static final Color PLASTIC = new Color(0x2A2C2F);
  private static final Color GLASS_TOP = new Color(0x7F97A8);
  private static final Color GLASS_LOW = new Color(0x1C2830);

  /** What stands behind the cab. */
  private enum Body {
    DUMP,
    BOX,
    TANK,
    COILS,
    NONE
  }

  private final Subject subject;
  private final View view;
  private final Body body;
  private final Color paint;
  private final Color boxPaint;
  private final double half;
  private final double top;
  private final Random random;

  Truck(Subject subject, View view) {
    this.subject = subject;
    this.view = view;
    this.random = new Random(subject.seed());
    String type = subject.type();
    boolean light = type.startsWith("H3") || type.startsWith("H2");
    boolean car = type.startsWith("K");
    boolean fire = type.startsWith("Z5");
    Color drawn = CABS[random.nextInt(CABS.length)];
    this.boxPaint = fire ? FIRE : BOXES[random.nextInt(BOXES.length)];
    this.paint = fire ? FIRE : drawn;
    this.half = car ? 0.92 : light ? 1.02 : 1.24;
    boolean high = type.startsWith("Q") && random.nextInt(3) > 0;
    this.top = car ? 1.55 : light ? 2.3 : high ? 3.55 : 2.98;
    this.body = bodyOf(type, car);
  }

  private Body bodyOf(String type, boolean car) {
    if (car) {
      return Body.NONE;
    }
    if (type.equals("H17") || type.equals("H27")) {
      return Body.DUMP;
    }
    if (type.equals("H14") || type.equals("H24")) {
      return Body.TANK;
    }
    if (type.startsWith("Q")) {
      return random.nextBoolean() ? Body.BOX : Body.COILS;
    }
    return Body.BOX;
  }

  double plateScale() {
    return 1.55;
  }

  /** The middle of the plate, in metres above the road. */
  double plateHigh() {
    return half < 1 ? 0.52 : 0.56;
  }

  Color bumper() {
    return half < 1.1 ? paint : PLASTIC;
  }

  /** Where the headlights are: x of the right one, and height. */
  Point2D headlight() {
    return new Point2D.Double(half * 0.78, half < 1 ? 0.75 : half < 1.1 ? 0.86 : 0.98);
  }

  void paint(Graphics2D g) {
    shadow(g);
    behind(g);
    flank(g);
    wheels(g);
    AffineTransform before = g.getTransform();
    g.transform(view.upright(0));
    if (half < 1) {
      carFront(g);
    } else {
      cabFront(g);
    }
    g.setTransform(before);
  }

  private void shadow(Graphics2D g) {
    g.setColor(new Color(0, 0, 0, 105));
    g.fill(
        view.face(
            -half - 0.25,
            0,
            -0.35,
            half + 0.25,
            0,
            -0.35,
            half + 0.35,
            0,
            length(),
            -half - 0.35,
            0,
            length()));
    g.setColor(new Color(0, 0, 0, 60));
    g.fill(
        view.face(
            -half - 0.6,
            0,
            -0.6,
            half + 0.6,
            0,
            -0.6,
            half + 0.6,
            0,
            length(),
            -half - 0.6,
            0,
            length()));
  }

  private double length() {
    return half < 1 ? 3.6 : half < 1.1 ? 5.2 : body == Body.DUMP || body == Body.TANK ? 8.8 : 12.5;
  }

  private void behind(Graphics2D g) {
    double from = half < 1.1 ? 1.6 : 2.4;
    double wide = half + (half < 1.1 ? 0.02 : 0.02);
    switch (body) {
      case DUMP -> dump(g, from, wide);
      case TANK -> tank(g, from);
      case BOX -> box(g, from, wide, half < 1.1 ? 2.75 : 3.75, length());
      case COILS -> coils(g, from, wide);
      case NONE -> {
        // A car has nothing behind.
      }
    }
    if (body != Body.NONE) {
      sideShade(g, PLASTIC, wide * 0.8, 0.55, half < 1.1 ? 0.8 : 1.05, 1.6, length());
    }
  }

  private void box(Graphics2D g, double from, double wide, double high, double to) {
    double floor = half < 1.1 ? 0.8 : 1.05;
    Color face = half < 1.1 && random.nextBoolean() ? new Color(0xE3E6E7) : boxPaint;
    sideShade(g, face, wide, floor, high, from, to);
    double x = view.side() * wide;
    g.setColor(new Color(0, 0, 0, 34));
    g.setStroke(new BasicStroke(2f));
    for (double z = from + 0.3; z < to; z += 0.34) {
      g.draw(view.face(x, floor, z, x, high, z));
    }
    g.setPaint(vertical(face, high));
    g.fill(view.face(-wide, floor, from, wide, floor, from, wide, high, from, -wide, high, from));
    g.setColor(new Color(0, 0, 0, 30));
    for (double rib = -wide; rib <= wide; rib += 0.2) {
      g.draw(view.face(rib, floor, from, rib, high, from));
    }
    g.setColor(face.darker());
    g.setStroke(new BasicStroke(4f));
    g.draw(view.face(-wide, floor, from, wide, floor, from, wide, high, from, -wide, high, from));
  }

  private void dump(Graphics2D g, double from, double wide) {
    double high = 3.0;
    sideShade(g, boxPaint, wide, 1.15, high, from, length());
    double x = view.side() * wide;
    for (double z = from + 0.5; z < length(); z += 1.05) {
      g.setColor(boxPaint.darker());
      g.fill(view.face(x, 1.15, z, x, high, z, x, high, z + 0.14, x, 1.15, z + 0.14));
    }
    load(g, high, wide, from);
    g.setPaint(vertical(boxPaint, high));
    g.fill(
        view.face(
            -wide, 1.2, from, wide, 1.2, from, wide, high + 0.2, from, -wide, high + 0.2, from));
    // The guard over the cab.
    g.setColor(boxPaint.darker());
    g.fill(
        view.face(
            -wide + 0.06,
            high + 0.28,
            0.9,
            wide - 0.06,
            high + 0.28,
            0.9,
            wide,
            high + 0.32,
            from,
            -wide,
            high + 0.32,
            from));
    g.setPaint(vertical(boxPaint, high));
    g.fill(
        view.face(
            -wide + 0.06,
            high + 0.05,
            0.9,
            wide - 0.06,
            high + 0.05,
            0.9,
            wide - 0.06,
            high + 0.28,
            0.9,
            -wide + 0.06,
            high + 0.28,
            0.9));
  }

  private void load(Graphics2D g, double high, double wide, double from) {
    Color[] ores = {
      new Color(0x4B3A33), new Color(0x2B2B2E), new Color(0x8C7B66), new Color(0x70493A)
    };
    Color ore = ores[random.nextInt(ores.length)];
    for (int i = 0; i < 160; i++) {
      double z = from + 1 + random.nextDouble() * (length() - from - 2);
      double x = (random.nextDouble() * 2 - 1) * (wide - 0.25);
      double heap = 0.42 * (1 - Math.abs(x) / wide);
      Point2D spot = view.at(x, high - 0.05 + heap, z);
      double size = view.scale(z) * (0.14 + random.nextDouble() * 0.2);
      g.setColor(random.nextBoolean() ? ore : random.nextBoolean() ? ore.brighter() : ore.darker());
      g.fill(
          new Ellipse2D.Double(spot.getX() - size / 2, spot.getY() - size / 3, size, size * 0.8));
    }
  }

  private void tank(Graphics2D g, double from) {
    double radius = 1.18;
    double middle = 2.3;
    Color shell = random.nextBoolean() ? new Color(0xC9CED1) : boxPaint;
    for (double z = length(); z >= from; z -= 0.12) {
      Point2D centre = view.at(0, middle, z);
      double r = view.scale(z) * radius;
      Color dark = Sky.mixed(shell, Color.BLACK, 0.5);
      g.setPaint(
          new GradientPaint(
              0,
              (float) (centre.getY() - r),
              Sky.mixed(shell, Color.WHITE, 0.35),
              0,
              (float) (centre.getY() + r),
              dark));
      g.fill(new Ellipse2D.Double(centre.getX() - r, centre.getY() - r, 2 * r, 2 * r));
    }
    Point2D centre = view.at(0, middle, from);
    double r = view.scale(from) * radius;
    g.setPaint(
        new GradientPaint(
            0,
            (float) (centre.getY() - r),
            Sky.mixed(shell, Color.WHITE, 0.2),
            0,
            (float) (centre.getY() + r),
            shell.darker().darker()));
    g.fill(new Ellipse2D.Double(centre.getX() - r, centre.getY() - r, 2 * r, 2 * r));
    g.setColor(shell.darker());
    g.setStroke(new BasicStroke(4f));
    g.draw(new Ellipse2D.Double(centre.getX() - r, centre.getY() - r, 2 * r, 2 * r));
  }

  private void coils(Graphics2D g, double from, double wide) {
    sideShade(g, new Color(0x44484D), wide, 1.0, 1.25, from, length());
    for (double z = length() - 1.2; z > from + 0.6; z -= 2.3) {
      for (int slice = 10; slice >= 0; slice--) {
        Point2D centre = view.at(0, 2.05, z + slice * 0.1);
        double r = view.scale(z + slice * 0.1) * 0.82;
        g.setPaint(
            new GradientPaint(
                0,
                (float) (centre.getY() - r),
                new Color(0xC7CDD2),
                0,
                (float) (centre.getY() + r),
                new Color(0x5B6369)));
        Area ring =
            new Area(new Ellipse2D.Double(centre.getX() - r, centre.getY() - r, 2 * r, 2 * r));
        g.fill(ring);
      }
    }
    g.setPaint(vertical(boxPaint, 3));
    g.fill(view.face(-wide, 1.0, from, wide, 1.0, from, wide, 2.75, from, -wide, 2.75, from));
    g.setColor(boxPaint.darker());
    g.setStroke(new BasicStroke(4f));
    for (double x = -wide; x <= wide; x += wide / 3) {
      g.draw(view.face(x, 1.0, from, x, 2.75, from));
    }
  }

  /** The visible side of a box, lit a little less than its front. */
  private void sideShade(
      Graphics2D g, Color color, double wide, double low, double high, double from, double to) {
    double x = view.side() * wide;
    Color near = Sky.mixed(color, Color.BLACK, 0.28);
    Color far = Sky.mixed(color, Color.BLACK, 0.42);
    g.setPaint(
        new GradientPaint(
            (float) view.at(x, 0, from).getX(), 0, near, (float) view.at(x, 0, to).getX(), 0, far));
    g.fill(view.face(x, low, from, x, high, from, x, high, to, x, low, to));
  }

  private void flank(Graphics2D g) {
    if (half < 1) {
      cabin(g);
      return;
    }
    double deep = half < 1.1 ? 1.5 : 2.15;
    sideShade(g, paint, half, 0.5, top - 0.1, 0.02, deep);
    double x = view.side() * half;
    double low = half < 1.1 ? 1.3 : 1.75;
    double high = half < 1.1 ? 2.05 : 2.65;
    g.setPaint(new GradientPaint(0, 200, GLASS_TOP.darker(), 0, 420, GLASS_LOW));
    g.fill(view.face(x, low, 0.25, x, high, 0.35, x, high, deep * 0.55, x, low, deep * 0.55));
    g.setColor(new Color(0, 0, 0, 70));
    g.setStroke(new BasicStroke(2f));
    g.draw(
        view.face(
            x, 0.6, 0.18, x, high + 0.1, 0.18, x, high + 0.1, deep * 0.6, x, 0.6, deep * 0.6));
  }

  private void wheels(Graphics2D g) {
    double radius = half < 1.1 ? 0.36 : 0.52;
    double[] axles =
        half < 1
            ? new double[] {2.9, 0.8}
            : half < 1.1
                ? new double[] {4.2, 1.1}
                : new double[] {length() - 1.2, length() - 2.5, 4.2, 1.35};
    for (double z : axles) {
      double x = view.side() * half;
      g.setColor(RUBBER);
      Path2D tyre = new Path2D.Double();
      for (int i = 0; i <= 24; i++) {
        double turn = Math.PI * 2 * i / 24;
        Point2D spot = view.at(x, radius + Math.sin(turn) * radius, z + Math.cos(turn) * radius);
        if (i == 0) {
          tyre.moveTo(spot.getX(), spot.getY());
        } else {
          tyre.lineTo(spot.getX(), spot.getY());
        }
      }
      g.fill(tyre);
      g.setColor(new Color(0x6C7074));
      Rectangle2D box = tyre.getBounds2D();
      g.fill(
          new Ellipse2D.Double(
              box.getX() + box.getWidth() * 0.28,
              box.getY() + box.getHeight() * 0.28,
              box.getWidth() * 0.44,
              box.getHeight() * 0.44));
    }
    g.setColor(RUBBER);
    for (int hand : new int[] {-1, 1}) {
      double outer = hand * (half - 0.03);
      double inner = hand * (half - (half < 1.1 ? 0.24 : 0.36));
      g.fill(view.face(outer, 0, 0.9, inner, 0, 0.9, inner, radius, 0.9, outer, radius, 0.9));
    }
  }

  private void cabFront(Graphics2D g) {
    boolean light = half < 1.1;
    double screenLow = light ? 1.22 : 1.72;
    double screenHigh = light ? 2.02 : 2.62;
    Path2D cab = new Path2D.Double();
    cab.moveTo(-half, 0.42);
    cab.lineTo(-half, screenLow);
    cab.quadTo(-half, screenHigh, -half + 0.06, screenHigh + 0.1);
    cab.lineTo(-half + 0.1, top - 0.12);
    cab.quadTo(-half + 0.12, top, -half + 0.28, top);
    cab.lineTo(half - 0.28, top);
    cab.quadTo(half - 0.12, top, half - 0.1, top - 0.12);
    cab.lineTo(half - 0.06, screenHigh + 0.1);
    cab.quadTo(half, screenHigh, half, screenLow);
    cab.lineTo(half, 0.42);
    cab.closePath();
    g.setPaint(
        new GradientPaint(
            0,
            (float) top,
            Sky.mixed(paint, Color.WHITE, 0.18),
            0,
            0.4f,
            Sky.mixed(paint, Color.BLACK, 0.16)));
    g.fill(cab);
    g.setStroke(new BasicStroke(0.018f));
    g.setColor(new Color(0, 0, 0, 90));
    g.draw(cab);
    roof(g, light, screenHigh);
    windscreen(g, screenLow, screenHigh);
    mirrors(g, screenLow, light);
    grille(g, light, screenLow);
    lamps(g, light);
  }

  private void roof(Graphics2D g, boolean light, double screenHigh) {
    g.setColor(new Color(20, 24, 28, 210));
    Path2D visor = new Path2D.Double();
    visor.moveTo(-half + 0.04, screenHigh + 0.02);
    visor.lineTo(half - 0.04, screenHigh + 0.02);
    visor.lineTo(half - 0.1, screenHigh + (light ? 0.1 : 0.2));
    visor.lineTo(-half + 0.1, screenHigh + (light ? 0.1 : 0.2));
    visor.closePath();
    g.fill(visor);
    if (!light) {
      g.setColor(new Color(0xF2A33A));
      for (double x : new double[] {-0.8, -0.27, 0.27, 0.8}) {
        g.fill(new RoundRectangle2D.Double(x - 0.07, top - 0.09, 0.14, 0.05, 0.03, 0.03));
      }
    }
    if (top > 3.2) {
      g.setColor(new Color(255, 255, 255, 40));
      g.fill(new RoundRectangle2D.Double(-half + 0.35, 2.95, 2 * half - 0.7, 0.4, 0.12, 0.12));
    }
    if (subject.type().startsWith("Z5")) {
      g.setColor(new Color(0x1C48D8));
      g.fill(new RoundRectangle2D.Double(-0.75, top - 0.02, 0.72, 0.17, 0.06, 0.06));
      g.setColor(new Color(0xE02A2A));
      g.fill(new RoundRectangle2D.Double(0.03, top - 0.02, 0.72, 0.17, 0.06, 0.06));
    }
  }

  private void windscreen(Graphics2D g, double low, double high) {
    Path2D glass = new Path2D.Double();
    glass.moveTo(-half + 0.07, low);
    glass.lineTo(half - 0.07, low);
    glass.lineTo(half - 0.12, high);
    glass.lineTo(-half + 0.12, high);
    glass.closePath();
    g.setPaint(new GradientPaint(0, (float) high, GLASS_TOP, 0, (float) low, GLASS_LOW));
    g.fill(glass);
    Area inside = new Area(glass);
    driver(g, low, high, inside);
    Path2D shine = new Path2D.Double();
    shine.moveTo(-half * 0.55, high);
    shine.lineTo(-half * 0.15, high);
    shine.lineTo(-half * 0.6, low);
    shine.lineTo(-half, low);
    shine.closePath();
    Area gleam = new Area(shine);
    gleam.intersect(inside);
    g.setColor(new Color(255, 255, 255, 38));
    g.fill(gleam);
    g.setColor(PLASTIC);
    g.setStroke(new BasicStroke(0.03f));
    g.draw(glass);
    g.setStroke(new BasicStroke(0.025f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(-half * 0.55, low + 0.01, -half * 0.05, low + 0.2));
    g.draw(new Line2D.Double(half * 0.1, low + 0.01, half * 0.6, low + 0.2));
    // The inspection marks behind the glass.
    g.setColor(new Color(0xE7D64B));
    g.fill(new Rectangle2D.Double(half * 0.62, high - 0.22, 0.1, 0.1));
    g.setColor(new Color(0x4FAE62));
    g.fill(new Ellipse2D.Double(half * 0.76, high - 0.22, 0.1, 0.1));
  }

  private void driver(Graphics2D g, double low, double high, Area glass) {
    double x = half * 0.45;
    double height = high - low;
    Area man =
        new Area(
            new RoundRectangle2D.Double(x - 0.3, low - 0.2, 0.6, height * 0.52 + 0.2, 0.35, 0.35));
    man.intersect(glass);
    g.setColor(random.nextBoolean() ? new Color(0x35506B) : new Color(0x6B5A3A));
    g.fill(man);
    Area head = new Area(new Ellipse2D.Double(x - 0.12, low + height * 0.46, 0.24, 0.3));
    head.intersect(glass);
    g.setColor(new Color(0x9A7B66));
    g.fill(head);
    Area wheel =
        new Area(
            new BasicStroke(0.04f)
                .createStrokedShape(new Ellipse2D.Double(x - 0.24, low - 0.22, 0.48, 0.46)));
    wheel.intersect(glass);
    g.setColor(new Color(12, 14, 16));
    g.fill(wheel);
    g.setColor(new Color(10, 12, 14, 150));
    g.fill(new Rectangle2D.Double(-half + 0.09, low, 2 * half - 0.18, 0.1));
  }

  private void mirrors(Graphics2D g, double low, boolean light) {
    for (int hand : new int[] {-1, 1}) {
      double x = hand * (half + (light ? 0.14 : 0.2));
      double wide = light ? 0.16 : 0.22;
      double high = light ? 0.34 : 0.62;
      g.setColor(PLASTIC);
      g.setStroke(new BasicStroke(0.04f));
      g.draw(new Line2D.Double(hand * (half - 0.05), low + high, x, low + high));
      g.draw(new Line2D.Double(hand * (half - 0.05), low + 0.1, x, low + 0.1));
      g.fill(new RoundRectangle2D.Double(x - wide / 2, low + 0.02, wide, high, 0.08, 0.08));
      g.setColor(Sky.mixed(paint, Color.BLACK, 0.1));
      g.fill(
          new RoundRectangle2D.Double(
              x - wide / 2 + 0.02, low + 0.05, wide - 0.04, high * 0.35, 0.05, 0.05));
    }
  }

  private void grille(Graphics2D g, boolean light, double screenLow) {
    double low = light ? 0.78 : 0.95;
    double high = screenLow - (light ? 0.14 : 0.2);
    double wide = light ? half * 0.55 : half * 0.72;
    Shape frame = new RoundRectangle2D.Double(-wide, low, 2 * wide, high - low, 0.12, 0.12);
    if (subject.electric()) {
      g.setColor(Sky.mixed(paint, Color.BLACK, 0.1));
      g.fill(frame);
      g.setColor(new Color(0x46D68A));
      g.setStroke(new BasicStroke(0.03f));
      g.draw(new Line2D.Double(-wide + 0.1, low + 0.12, wide - 0.1, low + 0.12));
      g.draw(new Line2D.Double(-wide + 0.2, low + 0.2, wide - 0.2, low + 0.2));
    } else {
      g.setColor(new Color(0x1D1F22));
      g.fill(frame);
      g.setStroke(new BasicStroke(0.035f));
      for (double y = low + 0.08; y < high - 0.04; y += light ? 0.08 : 0.115) {
        g.setColor(new Color(0x8E9499));
        g.draw(new Line2D.Double(-wide + 0.05, y, wide - 0.05, y));
      }
      g.setColor(new Color(0xB9BEC2));
      g.setStroke(new BasicStroke(0.025f));
      g.draw(frame);
    }
    double badge = light ? 0.1 : 0.15;
    g.setColor(new Color(0xE4E7E9));
    g.setStroke(new BasicStroke(0.035f));
    g.draw(new Ellipse2D.Double(-badge, high - badge * 2.1, badge * 2, badge * 1.6));
    g.fill(new Ellipse2D.Double(-badge / 2.2, high - badge * 1.65, badge * 0.9, badge * 0.7));
  }

  private void lamps(Graphics2D g, boolean light) {
    double low = 0.34;
    double high = light ? 0.72 : 0.88;
    Path2D bumper = new Path2D.Double();
    bumper.moveTo(-half - 0.02, low + 0.06);
    bumper.quadTo(-half - 0.02, low, -half + 0.12, low);
    bumper.lineTo(half - 0.12, low);
    bumper.quadTo(half + 0.02, low, half + 0.02, low + 0.06);
    bumper.lineTo(half + 0.02, high);
    bumper.lineTo(-half - 0.02, high);
    bumper.closePath();
    g.setPaint(
        new GradientPaint(
            0,
            (float) high,
            Sky.mixed(bumper(), Color.WHITE, 0.12),
            0,
            (float) low,
            Sky.mixed(bumper(), Color.BLACK, 0.35)));
    g.fill(bumper);
    g.setColor(new Color(0, 0, 0, 90));
    g.setStroke(new BasicStroke(0.015f));
    g.draw(bumper);
    Point2D lamp = headlight();
    for (int hand : new int[] {-1, 1}) {
      Path2D glass = new Path2D.Double();
      double inner = hand * (lamp.getX() - 0.2);
      double outer = hand * (half - 0.02);
      glass.moveTo(inner, lamp.getY() - 0.09);
      glass.lineTo(outer, lamp.getY() - 0.06);
      glass.lineTo(outer, lamp.getY() + 0.17);
      glass.lineTo(inner + hand * 0.05, lamp.getY() + 0.1);
      glass.closePath();
      g.setPaint(
          new GradientPaint(
              (float) inner, 0, new Color(0xF6F8F7), (float) outer, 0, new Color(0xA9B4B9)));
      g.fill(glass);
      g.setColor(new Color(0x30353A));
      g.setStroke(new BasicStroke(0.02f));
      g.draw(glass);
      g.setColor(new Color(0xF0922B));
      g.fill(
          new Rectangle2D.Double(
              Math.min(outer, outer - hand * 0.07), lamp.getY() - 0.04, 0.07, 0.16));
      g.setColor(new Color(0xD9DCDD));
      g.fill(new Ellipse2D.Double(hand * half * 0.72 - 0.07, low + 0.12, 0.14, 0.12));
    }
  }

  /** Behind the nose stand the cabin and the bonnet between them. */
  private void cabin(Graphics2D g) {
    sideShade(g, paint, half, 0.35, 0.98, 0.05, length());
    double x = view.side() * (half - 0.12);
    g.setColor(Sky.mixed(paint, Color.BLACK, 0.3));
    g.fill(view.face(x, 0.9, 1.0, x, top - 0.06, 1.5, x, top - 0.1, 3.1, x, 0.9, 3.6));
    g.setColor(GLASS_LOW);
    g.fill(view.face(x, 0.98, 1.2, x, top - 0.14, 1.6, x, top - 0.16, 2.9, x, 0.98, 3.3));
    AffineTransform before = g.getTransform();
    g.transform(view.upright(1.1));
    Path2D frame = new Path2D.Double();
    frame.moveTo(-half + 0.04, 0.9);
    frame.lineTo(-half + 0.2, top - 0.12);
    frame.quadTo(-half + 0.24, top, -half + 0.4, top);
    frame.lineTo(half - 0.4, top);
    frame.quadTo(half - 0.24, top, half - 0.2, top - 0.12);
    frame.lineTo(half - 0.04, 0.9);
    frame.closePath();
    g.setColor(paint);
    g.fill(frame);
    windscreenOfCar(g);
    g.setTransform(before);
    g.setColor(Sky.mixed(paint, Color.WHITE, 0.3));
    g.fill(
        view.face(
            -half + 0.08,
            0.95,
            0,
            half - 0.08,
            0.95,
            0,
            half - 0.06,
            0.99,
            1.1,
            -half + 0.06,
            0.99,
            1.1));
  }

  private void carFront(Graphics2D g) {
    Path2D nose = new Path2D.Double();
    nose.moveTo(-half, 0.3);
    nose.quadTo(-half - 0.02, 0.8, -half + 0.1, 0.97);
    nose.quadTo(0, 1.1, half - 0.1, 0.97);
    nose.quadTo(half + 0.02, 0.8, half, 0.3);
    nose.quadTo(half - 0.05, 0.22, half - 0.2, 0.22);
    nose.lineTo(-half + 0.2, 0.22);
    nose.quadTo(-half + 0.05, 0.22, -half, 0.3);
    nose.closePath();
    g.setPaint(
        new GradientPaint(
            0,
            1.1f,
            Sky.mixed(paint, Color.WHITE, 0.25),
            0,
            0.25f,
            Sky.mixed(paint, Color.BLACK, 0.25)));
    g.fill(nose);
    g.setColor(new Color(0x1A1C1F));
    g.fill(new RoundRectangle2D.Double(-0.45, 0.68, 0.9, 0.17, 0.1, 0.1));
    g.fill(new RoundRectangle2D.Double(-0.6, 0.26, 1.2, 0.13, 0.08, 0.08));
    for (int hand : new int[] {-1, 1}) {
      g.setColor(new Color(0xE9EFF0));
      g.fill(new RoundRectangle2D.Double(hand * 0.68 - 0.17, 0.7, 0.34, 0.14, 0.1, 0.1));
      g.setColor(paint.darker());
      g.fill(new RoundRectangle2D.Double(hand * (half + 0.06) - 0.1, 1.0, 0.2, 0.14, 0.08, 0.08));
    }
  }

  private void windscreenOfCar(Graphics2D g) {
    Path2D glass = new Path2D.Double();
    glass.moveTo(-half + 0.12, 1.0);
    glass.lineTo(-half + 0.28, top - 0.09);
    glass.lineTo(half - 0.28, top - 0.09);
    glass.lineTo(half - 0.12, 1.0);
    glass.closePath();
    g.setPaint(new GradientPaint(0, 1.46f, GLASS_TOP, 0, 0.96f, GLASS_LOW));
    g.fill(glass);
  }

  private GradientPaint vertical(Color color, double high) {
    return new GradientPaint(
        0,
        (float) view.at(0, high, 2).getY(),
        Sky.mixed(color, Color.WHITE, 0.14),
        0,
        (float) view.at(0, 1, 2).getY(),
        Sky.mixed(color, Color.BLACK, 0.22));
  }
}
