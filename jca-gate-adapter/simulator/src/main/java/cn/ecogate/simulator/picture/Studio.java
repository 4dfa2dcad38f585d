package cn.ecogate.simulator.picture;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Takes the two photos of a vehicle, or the one of an empty lane: the scene with light, weather and
 * the camera's own lettering, and the plate close up. The same vehicle at the same place and time
 * gives the same bytes.
 */
public final class Studio {

  private static final System.Logger LOG = System.getLogger(Studio.class.getName());
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int CLOSE_WIDE = 560;
  private static final int CLOSE_HIGH = 220;
  private static final int BACKDROPS_KEPT = 6;

  /** Where and when a photo is taken; a place's number decides what stands around. */
  public record Place(int number, String name, ZonedDateTime at) {}

  /**
   * Both photos.
   *
   * @param plateBox the plate in the scene: x, y, width, height in thousandths of the picture
   */
  public record Shot(byte[] scene, byte[] plate, int[] plateBox) {}

  private final Lettering lettering;
  private final PlatePainter plates;
  private final OptionalDouble fixedHour;
  private final Map<String, BufferedImage> backdrops =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BufferedImage> eldest) {
          return size() > BACKDROPS_KEPT;
        }
      };

  /**
   * @param fixedHour the light of that hour in every picture, whatever the clock says
   */
  public Studio(OptionalDouble fixedHour) {
    this(fixedHour, Lettering.ofThisMachine());
    if (!lettering.knowsChinese()) {
      LOG.log(System.Logger.Level.WARNING, Lettering.MISSING);
    }
  }

  Studio(OptionalDouble fixedHour, Lettering lettering) {
    this.fixedHour = fixedHour;
    this.lettering = lettering;
    this.plates = new PlatePainter(lettering);
  }

  /**
   * @param subject null if nobody is there: then there is a scene, and no plate
   */
  public synchronized Shot shoot(Subject subject, Place place) {
    return subject == null ? emptyLane(place) : shootVehicle(subject, place);
  }

  private Shot emptyLane(Place place) {
    Sky sky = sky(place);
    View ground = ground(place);
    BufferedImage image = new BufferedImage(View.WIDE, View.HIGH, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = smooth(image);
    g.drawImage(backdrop(ground, sky, place), 0, 0, null);
    if (sky.dark() > 0) {
      night(g, sky, ground);
    }
    if (sky.rain()) {
      rain(g, place.at().toEpochSecond());
    }
    finish(image, g, sky, place, place.at().toEpochSecond());
    return new Shot(jpeg(image, 0.82f), new byte[0], new int[4]);
  }

  private Sky sky(Place place) {
    return Sky.at(
        place.at(), fixedHour.orElse(place.at().getHour() + place.at().getMinute() / 60.0));
  }

  private static View ground(Place place) {
    return new View(place.number() % 2 == 0 ? 1 : -1, 0, 0);
  }

  /** What the camera itself adds: its sensor's noise and its lettering. */
  private void finish(BufferedImage image, Graphics2D g, Sky sky, Place place, long seed) {
    grain(image, seed, 3 + (int) (sky.dark() * 5));
    stamp(g, STAMP.format(place.at()), 24, 46);
    stamp(g, place.name(), 24, View.HIGH - 22);
    g.dispose();
  }

  private Shot shootVehicle(Subject subject, Place place) {
    Sky sky = sky(place);
    Random halt = new Random(subject.seed() + place.at().toEpochSecond());
    View ground = ground(place);
    View view = new View(ground.side(), halt.nextDouble() * 1.1, (halt.nextDouble() - 0.5) * 0.3);
    Truck truck = new Truck(subject, view);
    BufferedImage image = new BufferedImage(View.WIDE, View.HIGH, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = smooth(image);
    g.drawImage(backdrop(ground, sky, place), 0, 0, null);
    truck.paint(g);
    Rectangle2D plate = hangPlate(g, subject, truck, view);
    if (sky.dark() > 0) {
      night(g, sky, ground);
      // The flash lifts the vehicle out of the dark, and the plate shines back.
      shine(g, sky.dark() * 0.42, lit -> new Truck(subject, view).paint(lit));
      shine(g, sky.dark() * 0.75, lit -> hangPlate(lit, subject, truck, view));
    }
    if (sky.dark() > 0.15 || sky.rain()) {
      headlights(g, Math.max(sky.dark(), 0.45), truck, view);
    }
    if (sky.rain()) {
      rain(g, subject.seed() + place.at().toEpochSecond());
    }
    finish(image, g, sky, place, subject.seed() + place.at().toEpochSecond());
    int[] box = {
      (int) (plate.getX() * 1000 / View.WIDE),
      (int) (plate.getY() * 1000 / View.HIGH),
      (int) (plate.getWidth() * 1000 / View.WIDE),
      (int) (plate.getHeight() * 1000 / View.HIGH)
    };
    return new Shot(jpeg(image, 0.82f), jpeg(closeUp(subject, truck, sky, place), 0.85f), box);
  }

  private BufferedImage backdrop(View view, Sky sky, Place place) {
    String key = place.number() + " " + place.name() + " " + sky;
    return backdrops.computeIfAbsent(
        key,
        missing -> {
          BufferedImage image = new BufferedImage(View.WIDE, View.HIGH, BufferedImage.TYPE_INT_RGB);
          Graphics2D g = smooth(image);
          new Backdrop(view, sky, lettering, place.number() * 7919L + 3).paint(g, place.name());
          g.dispose();
          return image;
        });
  }

  private Rectangle2D hangPlate(Graphics2D g, Subject subject, Truck truck, View view) {
    double millimetre = view.scale(0) / 1000 * truck.plateScale();
    double wide = PlatePainter.wide(subject) * millimetre;
    double high = PlatePainter.HIGH * millimetre;
    Point2D middle = view.at(0, truck.plateHigh(), 0);
    AffineTransform before = g.getTransform();
    g.translate(middle.getX() - wide / 2, middle.getY() - high / 2);
    g.scale(millimetre, millimetre);
    plates.paint(g, subject);
    g.setTransform(before);
    return new Rectangle2D.Double(middle.getX() - wide / 2, middle.getY() - high / 2, wide, high);
  }

  private static void night(Graphics2D g, Sky sky, View view) {
    g.setColor(new Color(5, 9, 26, (int) (196 * sky.dark())));
    g.fillRect(0, 0, View.WIDE, View.HIGH);
    for (int i = 0; i < 6; i++) {
      Point2D lamp = view.at((i % 2 == 0 ? -1 : 1) * 3.4, 4.5, 15 + i / 2 * 14);
      double size = view.scale(15 + i / 2 * 14);
      glow(g, lamp, size * 2.4, new Color(255, 206, 138), (int) (120 * sky.dark()));
      glow(g, lamp, size * 0.5, new Color(255, 244, 222), (int) (250 * sky.dark()));
    }
    Point2D pool = view.at(0, 0.4, -0.5);
    glow(g, pool, 620, new Color(255, 238, 210), (int) (64 * sky.dark()));
  }

  /** Lays a painting over the dark as one sheet: painted through, its own layers would show. */
  private static void shine(Graphics2D g, double strength, Consumer<Graphics2D> painting) {
    BufferedImage sheet = new BufferedImage(View.WIDE, View.HIGH, BufferedImage.TYPE_INT_ARGB);
    Graphics2D lit = smooth(sheet);
    painting.accept(lit);
    lit.dispose();
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) strength));
    g.drawImage(sheet, 0, 0, null);
    g.setComposite(AlphaComposite.SrcOver);
  }

  private static void headlights(Graphics2D g, double strength, Truck truck, View view) {
    Point2D lamp = truck.headlight();
    for (int hand : new int[] {-1, 1}) {
      Point2D at = view.at(hand * lamp.getX(), lamp.getY() + 0.03, 0);
      glow(g, at, 120, new Color(255, 246, 224), (int) (130 * strength));
      glow(g, at, 30, Color.WHITE, (int) (240 * strength));
      Point2D road = view.at(hand * lamp.getX(), 0, -0.4);
      g.setColor(new Color(255, 244, 214, (int) (40 * strength)));
      g.fill(new Ellipse2D.Double(road.getX() - 130, road.getY() - 22, 260, 60));
    }
  }

  private static void glow(Graphics2D g, Point2D at, double radius, Color color, int alpha) {
    Color inner =
        new Color(color.getRed(), color.getGreen(), color.getBlue(), Math.min(255, alpha));
    Color outer = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
    g.setPaint(
        new RadialGradientPaint(
            at, (float) radius, new float[] {0f, 1f}, new Color[] {inner, outer}));
    g.fill(new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 * radius, 2 * radius));
  }

  private static void rain(Graphics2D g, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 420; i++) {
      double x = random.nextInt(View.WIDE + 60) - 30;
      double y = random.nextInt(View.HIGH);
      double length = 12 + random.nextInt(30);
      g.setColor(new Color(225, 232, 240, 28 + random.nextInt(60)));
      g.draw(new Line2D.Double(x, y, x - length * 0.18, y + length));
    }
  }

  private void stamp(Graphics2D g, String text, int x, int y) {
    Shape letters =
        AffineTransform.getTranslateInstance(x, y).createTransformedShape(lettering.line(text, 30));
    g.setColor(new Color(0, 0, 0, 190));
    g.setStroke(new java.awt.BasicStroke(4f, 1, 1));
    g.draw(letters);
    g.setColor(Color.WHITE);
    g.fill(letters);
  }

  private BufferedImage closeUp(Subject subject, Truck truck, Sky sky, Place place) {
    Random random = new Random(subject.seed() + place.at().toEpochSecond());
    BufferedImage image = new BufferedImage(CLOSE_WIDE, CLOSE_HIGH, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = smooth(image);
    Color metal = truck.bumper();
    g.setPaint(
        new java.awt.GradientPaint(
            0,
            0,
            Sky.mixed(metal, Color.WHITE, 0.12),
            0,
            CLOSE_HIGH,
            Sky.mixed(metal, Color.BLACK, 0.4)));
    g.fillRect(0, 0, CLOSE_WIDE, CLOSE_HIGH);
    double size = 1.0 + random.nextDouble() * 0.06;
    g.translate(CLOSE_WIDE / 2.0, CLOSE_HIGH / 2.0);
    g.rotate(Math.toRadians(random.nextDouble() * 3 - 1.5));
    g.shear(0, (random.nextDouble() - 0.5) * 0.05);
    g.scale(size, size);
    g.translate(-PlatePainter.wide(subject) / 2, -PlatePainter.HIGH / 2);
    plates.paint(g, subject);
    g.dispose();
    Graphics2D shade = smooth(image);
    shade.setColor(new Color(6, 10, 30, (int) (70 * sky.dark())));
    shade.fillRect(0, 0, CLOSE_WIDE, CLOSE_HIGH);
    glow(
        shade,
        new Point2D.Double(CLOSE_WIDE * (0.3 + random.nextDouble() * 0.4), 30),
        260,
        Color.WHITE,
        26);
    shade.dispose();
    grain(image, subject.seed() ^ 99, 4 + (int) (sky.dark() * 6));
    return image;
  }

  /** A sensor's noise; without it the picture looks like a drawing. */
  private static void grain(BufferedImage image, long seed, int strength) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    long state = seed * 6364136223846793005L + 1442695040888963407L;
    for (int i = 0; i < pixels.length; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      int noise = (int) ((state & 0xFF) + (state >> 8 & 0xFF) - 255) * strength / 128;
      int pixel = pixels[i];
      pixels[i] =
          clamp((pixel >> 16 & 0xFF) + noise) << 16
              | clamp((pixel >> 8 & 0xFF) + noise) << 8
              | clamp((pixel & 0xFF) + noise);
    }
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(200_000);
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), how);
    } catch (IOException never) {
      throw new UncheckedIOException("A picture in memory could not be written.", never);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
