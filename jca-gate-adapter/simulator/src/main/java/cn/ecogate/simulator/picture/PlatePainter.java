package cn.ecogate.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Paints a plate in millimetres, in the proportions of GA 36: 440 x 140, new energy 480 x 140. */
final class PlatePainter {

  static final double HIGH = 140;
  private static final double GAP = 12;
  private static final double DOT_GAP = 34;
  private static final Color YELLOW_END = new Color(0xF3, 0xC2, 0x2D);
  private static final Color PALE_GREEN = new Color(0xEC, 0xF8, 0xEE);

  private final Lettering lettering;

  PlatePainter(Lettering lettering) {
    this.lettering = lettering;
  }

  static double wide(Subject subject) {
    return subject.color().newEnergy() ? 480 : 440;
  }

  /** Paints with the plate's upper left corner at zero. */
  void paint(Graphics2D g, Subject subject) {
    double wide = wide(subject);
    RoundRectangle2D sheet = new RoundRectangle2D.Double(0, 0, wide, HIGH, 20, 20);
    if (subject.reading() == Subject.Reading.NO_PLATE) {
      bracket(g, wide);
      return;
    }
    ground(g, subject.color(), sheet, wide);
    g.setColor(subject.color().ink());
    if (!subject.color().newEnergy()) {
      g.setStroke(new BasicStroke(3.5f));
      g.draw(new RoundRectangle2D.Double(5, 5, wide - 10, HIGH - 10, 14, 14));
    }
    characters(g, subject, wide);
    bolts(g, wide);
    if (subject.reading() == Subject.Reading.UNREAD) {
      mud(g, subject, wide);
    }
  }

  private static void ground(Graphics2D g, PlateColor color, RoundRectangle2D sheet, double wide) {
    if (color == PlateColor.GREEN) {
      g.setPaint(new GradientPaint(0, 8, PALE_GREEN, 0, (float) HIGH, color.ground()));
    } else {
      g.setPaint(color.ground());
    }
    g.fill(sheet);
    if (color == PlateColor.YELLOW_GREEN) {
      // The two characters of province and office stand on yellow.
      g.setPaint(YELLOW_END);
      g.clip(sheet);
      g.fill(new Rectangle2D.Double(0, 0, 136, HIGH));
      g.setClip(null);
    }
    g.setColor(new Color(255, 255, 255, 60));
    g.setStroke(new BasicStroke(2f));
    g.draw(sheet);
  }

  private void characters(Graphics2D g, Subject subject, double wide) {
    String plate = subject.plate();
    int count = Math.max(1, plate.length());
    double dot = subject.color().newEnergy() ? GAP + 14 : DOT_GAP;
    double each = subject.color().newEnergy() ? 43 : Lettering.WIDE;
    double gap = (wide - 31 - count * each - dot) / Math.max(1, count - 2);
    double x = 15.5;
    for (int i = 0; i < count && i < plate.length(); i++) {
      AffineTransform place = AffineTransform.getTranslateInstance(x, 25);
      place.scale(each / Lettering.WIDE, 1);
      g.fill(place.createTransformedShape(lettering.character(plate.charAt(i))));
      if (i == 1) {
        if (!subject.color().newEnergy()) {
          g.fill(new Ellipse2D.Double(x + each + dot / 2 - 5, 65, 10, 10));
        }
        x += each + dot;
      } else {
        x += each + Math.min(GAP + 4, gap);
      }
    }
  }

  private static void bolts(Graphics2D g, double wide) {
    for (double x : new double[] {105, wide - 105}) {
      for (double y : new double[] {14, HIGH - 14}) {
        g.setColor(new Color(90, 90, 90, 170));
        g.fill(new Ellipse2D.Double(x - 6, y - 6, 12, 12));
        g.setColor(new Color(235, 235, 235, 190));
        g.fill(new Ellipse2D.Double(x - 4.5, y - 5, 8, 8));
      }
    }
  }

  /** Where a plate should be: its holder, bare. */
  private static void bracket(Graphics2D g, double wide) {
    g.setColor(new Color(26, 27, 29));
    g.fill(new RoundRectangle2D.Double(0, 0, wide, HIGH, 14, 14));
    g.setColor(new Color(58, 60, 64));
    g.setStroke(new BasicStroke(4f));
    g.draw(new RoundRectangle2D.Double(6, 6, wide - 12, HIGH - 12, 10, 10));
    g.setColor(new Color(92, 95, 100));
    g.fill(new Rectangle2D.Double(30, HIGH / 2 - 4, wide - 60, 8));
    for (double x : new double[] {105, wide - 105}) {
      g.setColor(new Color(8, 8, 8));
      g.fill(new Ellipse2D.Double(x - 8, 14, 16, 16));
      g.fill(new Ellipse2D.Double(x - 8, HIGH - 30, 16, 16));
    }
  }

  private static void mud(Graphics2D g, Subject subject, double wide) {
    Random random = new Random(subject.seed() * 31 + 7);
    g.clip(new RoundRectangle2D.Double(-3, -3, wide + 6, HIGH + 6, 22, 22));
    for (int i = 0; i < 420; i++) {
      double size = 6 + Math.pow(random.nextDouble(), 2) * 64;
      double x = 60 + random.nextGaussian() * wide * 0.28 + wide * 0.34;
      double y = HIGH * (0.66 + random.nextGaussian() * 0.3);
      int shade = random.nextInt(26);
      g.setColor(new Color(88 + shade, 72 + shade, 54 + shade, 70 + random.nextInt(120)));
      g.fill(new Ellipse2D.Double(x - size / 2, y - size / 3, size, size * 0.66));
    }
    g.setClip(null);
  }
}
