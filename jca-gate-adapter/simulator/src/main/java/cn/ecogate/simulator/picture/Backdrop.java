package cn.ecogate.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** What stands still in a camera's picture: sky, works, road, island, booth. One per camera. */
final class Backdrop {

  private static final Color[] SHEDS = {
    new Color(0x8E9BA6), new Color(0x6F8497), new Color(0xA7A096), new Color(0x7C8D84)
  };

  private final View view;
  private final Sky sky;
  private final Lettering lettering;
  private final long seed;

  Backdrop(View view, Sky sky, Lettering lettering, long seed) {
    this.view = view;
    this.sky = sky;
    this.lettering = lettering;
    this.seed = seed;
  }

  void paint(Graphics2D g, String laneName) {
    Random random = new Random(seed);
    air(g, random);
    hills(g, random);
    works(g, random);
    trees(g, random);
    road(g, random);
    neighbour(g);
    booth(g);
    gantry(g, laneName);
    island(g, view.side() * 2.0, view.side() * 2.7);
    island(g, -view.side() * 2.0, -view.side() * 2.9);
  }

  private void air(Graphics2D g, Random random) {
    float horizon = (float) view.horizon();
    g.setPaint(new GradientPaint(0, 0, sky.zenith(), 0, horizon, sky.haze()));
    g.fill(new Rectangle2D.Double(0, 0, View.WIDE, horizon + 2));
    for (int i = 0; i < 26; i++) {
      double width = 120 + random.nextInt(260);
      double x = random.nextInt(View.WIDE + 200) - 200;
      double y = random.nextInt((int) horizon);
      g.setColor(new Color(255, 255, 255, sky.cloudy() ? 34 : 16));
      g.fill(new Ellipse2D.Double(x, y, width, 12 + random.nextInt(34)));
    }
  }

  private void hills(Graphics2D g, Random random) {
    for (int row = 0; row < 3; row++) {
      Path2D hill = new Path2D.Double();
      double base = view.horizon() + 4;
      double height = 105 - row * 28;
      double phase = random.nextDouble() * 7;
      hill.moveTo(-10, base);
      for (int x = -10; x <= View.WIDE + 10; x += 8) {
        double wave =
            Math.sin(x / 190.0 + phase) * 0.4
                + Math.sin(x / 71.0 + phase * 2) * 0.16
                + Math.sin(x / 33.0 + phase * 3) * 0.05
                + 0.5;
        hill.lineTo(x, base - height * wave);
      }
      hill.lineTo(View.WIDE + 10, base);
      hill.closePath();
      g.setColor(Sky.mixed(sky.haze(), new Color(0x4F6A63), 0.22 + row * 0.17));
      g.fill(hill);
    }
  }

  private void works(Graphics2D g, Random random) {
    double base = view.horizon() + 6;
    for (int i = 0; i < 3; i++) {
      double x = random.nextInt(View.WIDE);
      double high = 110 + random.nextInt(70);
      Color brick = Sky.mixed(sky.haze(), new Color(0x9A8478), 0.62);
      Path2D stack = new Path2D.Double();
      stack.moveTo(x, base);
      stack.lineTo(x + 5, base - high);
      stack.lineTo(x + 15, base - high);
      stack.lineTo(x + 20, base);
      g.setPaint(new GradientPaint((float) x, 0, brick, (float) x + 20, 0, brick.darker()));
      g.fill(stack);
      g.setColor(new Color(0xB8483C));
      g.fill(new Rectangle2D.Double(x + 5, base - high, 10, 7));
      g.fill(new Rectangle2D.Double(x + 4, base - high + 18, 12, 6));
      for (int puff = 0; puff < 14; puff++) {
        double size = 10 + puff * 3.4;
        g.setColor(new Color(250, 250, 250, Math.max(4, 62 - puff * 4)));
        g.fill(
            new Ellipse2D.Double(
                x + 4 + puff * 9, base - high - 8 - puff * 3.2 - size / 2, size * 1.4, size));
      }
    }
    for (int i = 0; i < 7; i++) {
      double width = 130 + random.nextInt(190);
      double high = 34 + random.nextInt(62);
      double x = i * 190 - 70 + random.nextInt(80);
      Color wall = Sky.mixed(sky.haze(), SHEDS[random.nextInt(SHEDS.length)], 0.8);
      g.setPaint(new GradientPaint(0, (float) (base - high), wall, 0, (float) base, wall.darker()));
      g.fill(new Rectangle2D.Double(x, base - high, width, high));
      g.setColor(Sky.mixed(wall, new Color(0x35566F), 0.75));
      Path2D roof = new Path2D.Double();
      roof.moveTo(x - 5, base - high);
      if (random.nextBoolean()) {
        for (double tooth = x; tooth < x + width - 8; tooth += 30) {
          roof.lineTo(tooth, base - high - 13);
          roof.lineTo(tooth + 29, base - high);
        }
      } else {
        roof.lineTo(x + width / 2, base - high - 17);
      }
      roof.lineTo(x + width + 5, base - high);
      roof.closePath();
      g.fill(roof);
      g.setColor(new Color(30, 40, 50, 90));
      for (double window = x + 8; window < x + width - 14; window += 20) {
        g.fill(new Rectangle2D.Double(window, base - high * 0.62, 12, 6));
      }
    }
    for (int i = 0; i < 3; i++) {
      double x = 60 + random.nextInt(View.WIDE - 200);
      Color silo = Sky.mixed(sky.haze(), new Color(0xC9CDD0), 0.8);
      g.setPaint(new GradientPaint((float) x, 0, silo, (float) x + 34, 0, silo.darker()));
      g.fill(new Rectangle2D.Double(x, base - 92, 34, 92));
      g.fill(new Ellipse2D.Double(x, base - 104, 34, 24));
    }
  }

  private void trees(Graphics2D g, Random random) {
    double base = view.horizon() + 10;
    for (int i = 0; i < 70; i++) {
      double size = 14 + random.nextInt(26);
      double x = random.nextInt(View.WIDE + 40) - 20;
      int shade = random.nextInt(30);
      g.setColor(Sky.mixed(sky.haze(), new Color(44 + shade, 76 + shade, 46 + shade / 2), 0.82));
      g.fill(new Ellipse2D.Double(x, base - size, size * 1.3, size * 1.2));
    }
    g.setColor(Sky.mixed(sky.haze(), new Color(0x5C6460), 0.8));
    g.fill(new Rectangle2D.Double(0, base - 3, View.WIDE, 12));
  }

  private void road(Graphics2D g, Random random) {
    Color far = Sky.mixed(sky.haze(), new Color(0x84868A), 0.75);
    Color near = sky.rain() ? new Color(0x43474D) : new Color(0x66686B);
    float horizon = (float) view.horizon();
    g.setPaint(new GradientPaint(0, horizon, far, 0, View.HIGH, near));
    g.fill(new Rectangle2D.Double(0, horizon + 8, View.WIDE, View.HIGH - horizon));
    for (int i = 0; i < 90; i++) {
      Point2D spot = view.at(random.nextGaussian() * 7, 0, random.nextDouble() * 16 - 1.5);
      double width = 20 + random.nextInt(120);
      boolean light = random.nextInt(3) == 0;
      g.setColor(light ? new Color(255, 255, 255, sky.rain() ? 26 : 9) : new Color(0, 0, 0, 14));
      g.fill(new Ellipse2D.Double(spot.getX() - width / 2, spot.getY(), width, width / 9));
    }
    g.setColor(new Color(0, 0, 0, 26));
    for (int wheel : new int[] {-1, 1}) {
      g.fill(
          view.face(
              wheel * 0.8, 0, -2, wheel * 1.25, 0, -2, wheel * 1.25, 0, 60, wheel * 0.8, 0, 60));
    }
    g.setColor(new Color(236, 234, 222, 190));
    for (double x : new double[] {-1.85, 1.85}) {
      g.fill(view.face(x - 0.07, 0, -2, x + 0.07, 0, -2, x + 0.07, 0, 70, x - 0.07, 0, 70));
    }
    for (double z = -1; z < 60; z += 7) {
      double x = view.side() * 6.4;
      g.fill(view.face(x - 0.07, 0, z, x + 0.07, 0, z, x + 0.07, 0, z + 3, x - 0.07, 0, z + 3));
    }
  }

  /** The lane beside this one, closed by its boom. */
  private void neighbour(Graphics2D g) {
    double from = view.side() * 2.9;
    double z = 7;
    g.setColor(new Color(0xE8A317));
    g.fill(
        view.face(from - 0.17, 0, z, from + 0.17, 0, z, from + 0.17, 1.1, z, from - 0.17, 1.1, z));
    for (int i = 0; i < 9; i++) {
      double x = from + view.side() * i * 0.42;
      double next = from + view.side() * (i + 1) * 0.42;
      g.setColor(i % 2 == 0 ? new Color(0xC8322B) : new Color(0xF2F2F0));
      g.fill(view.face(x, 0.92, z, next, 0.92, z, next, 1.03, z, x, 1.03, z));
    }
  }

  private void booth(Graphics2D g) {
    double near = -view.side() * 3.0;
    double far = -view.side() * 5.0;
    double z = 4.5;
    Color wall = new Color(0xD9DCDD);
    g.setColor(wall.darker());
    g.fill(view.face(near, 0, z, near, 2.5, z, near, 2.5, z + 2.4, near, 0, z + 2.4));
    g.setPaint(wall);
    g.fill(view.face(near, 0, z, far, 0, z, far, 2.5, z, near, 2.5, z));
    g.setColor(new Color(0x2F6FA8));
    double roofNear = near + view.side() * 0.25;
    double roofFar = far - view.side() * 0.25;
    g.fill(
        view.face(
            roofNear, 2.5, z - 0.3, roofFar, 2.5, z - 0.3, roofFar, 2.8, z - 0.3, roofNear, 2.8,
            z - 0.3));
    Shape window =
        view.face(
            near - view.side() * 0.2,
            1.1,
            z - 0.01,
            far + view.side() * 0.25,
            1.1,
            z - 0.01,
            far + view.side() * 0.25,
            2.2,
            z - 0.01,
            near - view.side() * 0.2,
            2.2,
            z - 0.01);
    g.setPaint(new GradientPaint(0, 250, new Color(0x51687A), 0, 420, new Color(0x2B3A46)));
    g.fill(window);
    g.setColor(new Color(0xF7F7F2));
    g.setStroke(new BasicStroke(3f));
    g.draw(window);
  }

  private void gantry(Graphics2D g, String laneName) {
    double z = 15;
    double bottom = 4.7;
    double top = 5.65;
    g.setColor(Sky.mixed(sky.haze(), new Color(0x6B747C), 0.9));
    for (double x : new double[] {-3.4, 3.4}) {
      g.fill(view.face(x - 0.16, 0, z, x + 0.16, 0, z, x + 0.16, bottom, z, x - 0.16, bottom, z));
    }
    g.setColor(Sky.mixed(sky.haze(), new Color(0x1F4E79), 0.9));
    g.fill(view.face(-3.7, bottom, z, 3.7, bottom, z, 3.7, top, z, -3.7, top, z));
    Shape name = lettering.line(laneName, view.scale(z) * 0.62);
    Rectangle2D box = name.getBounds2D();
    Point2D middle = view.at(0, (bottom + top) / 2, z);
    g.setColor(new Color(0xF4F6F8));
    g.fill(
        AffineTransform.getTranslateInstance(
                middle.getX() - box.getCenterX(), middle.getY() - box.getCenterY())
            .createTransformedShape(name));
  }

  private void island(Graphics2D g, double inner, double outer) {
    g.setColor(new Color(0x9C9C96));
    g.fill(view.face(inner, 0.2, -1.5, outer, 0.2, -1.5, outer, 0.2, 14, inner, 0.2, 14));
    for (int i = 0; i < 22; i++) {
      double z = -1.5 + i * 0.7;
      g.setColor(i % 2 == 0 ? new Color(0xE9B200) : new Color(0x232323));
      g.fill(view.face(inner, 0, z, inner, 0.2, z, inner, 0.2, z + 0.7, inner, 0, z + 0.7));
    }
    for (double z : new double[] {1.4, 4.2, 9}) {
      double x = (inner + outer) / 2;
      g.setColor(new Color(0xE4B310));
      g.fill(view.face(x - 0.07, 0.2, z, x + 0.07, 0.2, z, x + 0.07, 1.0, z, x - 0.07, 1.0, z));
      g.setColor(new Color(0x222222));
      g.fill(view.face(x - 0.07, 0.5, z, x + 0.07, 0.5, z, x + 0.07, 0.65, z, x - 0.07, 0.65, z));
    }
  }
}
