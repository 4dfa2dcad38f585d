package cn.ecogate.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;

/**
 * The letters on plates and pictures as shapes: Latin ones from strokes of its own, in the manner
 * of real plates; Chinese ones from an installed font, or else the province's code in a box.
 */
final class Lettering {

  /** A plate character's box in millimetres (GA 36). */
  static final double WIDE = 45;

  static final double HIGH = 90;

  static final String MISSING =
      "No Chinese font is installed: provinces on plates are drawn as a code in a box. On Debian"
          + " install fonts-noto-cjk or fonts-droid-fallback.";

  private static final System.Logger LOG = System.getLogger(Lettering.class.getName());
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final float STROKE = 11f;

  private static final Map<Character, String> STROKES =
      Map.ofEntries(
          Map.entry('0', "M6 24 Q6 6 22.5 6 Q39 6 39 24 L39 66 Q39 84 22.5 84 Q6 84 6 66 Z"),
          Map.entry('1', "M12 20 L24 7 L24 84"),
          Map.entry('2', "M6 25 Q6 6 22.5 6 Q39 6 39 25 Q39 36 31 46 L7 84 L39 84"),
          Map.entry('3', "M7 6 L38 6 L22 36 Q39 38 39 60 Q39 84 22.5 84 Q6 84 6 66"),
          Map.entry('4', "M25 6 L6 62 L40 62 M30 40 L30 84"),
          Map.entry('5', "M37 6 L10 6 L8 40 Q14 34 23 34 Q39 35 39 58 Q39 84 22 84 Q7 84 6 66"),
          Map.entry(
              '6',
              "M32 6 L12 44 Q6 54 6 62 Q7 84 22.5 84 Q39 84 39 60 Q39 38 22.5 38 Q14 38 10 46"),
          Map.entry('7', "M6 6 L39 6 L18 84"),
          Map.entry(
              '8',
              "M22.5 42 Q8 40 8 24 Q8 6 22.5 6 Q37 6 37 24 Q37 40 22.5 42 Q6 44 6 64 Q6 84 22.5 84"
                  + " Q39 84 39 64 Q39 44 22.5 42 Z"),
          Map.entry(
              '9', "M13 84 L33 46 Q39 36 39 28 Q38 6 22.5 6 Q6 6 6 30 Q6 52 22.5 52 Q31 52 35 44"),
          Map.entry('A', "M6 84 L22.5 6 L39 84 M12 58 L33 58"),
          Map.entry(
              'B',
              "M6 6 L6 84 L22 84 Q39 84 39 64 Q39 44 22 44 Q36 44 36 25 Q36 6 22 6 Z M6 44 L22 44"),
          Map.entry('C', "M39 28 Q39 6 22.5 6 Q6 6 6 26 L6 64 Q6 84 22.5 84 Q39 84 39 62"),
          Map.entry('D', "M6 6 L6 84 L20 84 Q39 84 39 62 L39 28 Q39 6 20 6 Z"),
          Map.entry('E', "M38 6 L6 6 L6 84 L38 84 M6 44 L34 44"),
          Map.entry('F', "M38 6 L6 6 L6 84 M6 44 L33 44"),
          Map.entry(
              'G', "M39 28 Q39 6 22.5 6 Q6 6 6 26 L6 64 Q6 84 22.5 84 Q39 84 39 64 L39 50 L24 50"),
          Map.entry('H', "M6 6 L6 84 M39 6 L39 84 M6 44 L39 44"),
          Map.entry('I', "M22.5 6 L22.5 84"),
          Map.entry('J', "M35 6 L35 64 Q35 84 20 84 Q6 84 6 66"),
          Map.entry('K', "M6 6 L6 84 M39 6 L7 54 M18 40 L39 84"),
          Map.entry('L', "M6 6 L6 84 L38 84"),
          Map.entry('M', "M6 84 L6 6 L22.5 54 L39 6 L39 84"),
          Map.entry('N', "M6 84 L6 6 L39 84 L39 6"),
          Map.entry('O', "M6 24 Q6 6 22.5 6 Q39 6 39 24 L39 66 Q39 84 22.5 84 Q6 84 6 66 Z"),
          Map.entry('P', "M6 84 L6 6 L22 6 Q39 6 39 28 Q39 50 22 50 L6 50"),
          Map.entry(
              'Q',
              "M6 24 Q6 6 22.5 6 Q39 6 39 24 L39 66 Q39 84 22.5 84 Q6 84 6 66 Z M24 62 L39 85"),
          Map.entry('R', "M6 84 L6 6 L22 6 Q39 6 39 27 Q39 48 22 48 L6 48 M21 48 L39 84"),
          Map.entry(
              'S',
              "M38 25 Q38 6 22.5 6 Q7 6 7 24 Q7 38 22.5 43 Q39 48 39 65 Q39 84 22.5 84 Q6 84 6 65"),
          Map.entry('T', "M5 6 L40 6 M22.5 6 L22.5 84"),
          Map.entry('U', "M6 6 L6 64 Q6 84 22.5 84 Q39 84 39 64 L39 6"),
          Map.entry('V', "M6 6 L22.5 84 L39 6"),
          Map.entry('W', "M5 6 L13 84 L22.5 34 L32 84 L40 6"),
          Map.entry('X', "M6 6 L39 84 M39 6 L6 84"),
          Map.entry('Y', "M6 6 L22.5 46 L39 6 M22.5 46 L22.5 84"),
          Map.entry('Z', "M6 6 L39 6 L6 84 L39 84"),
          Map.entry('-', "M10 45 L35 45"),
          Map.entry('.', "M22 82 L23 82"),
          Map.entry('/', "M35 6 L10 84"),
          Map.entry(':', "M22 30 L23 30 M22 64 L23 64"));

  /** GB/T 2260 letters of the provinces, for machines that cannot draw their characters. */
  private static final Map<Character, String> CODES =
      Map.ofEntries(
          Map.entry('京', "BJ"),
          Map.entry('津', "TJ"),
          Map.entry('沪', "SH"),
          Map.entry('渝', "CQ"),
          Map.entry('冀', "HE"),
          Map.entry('豫', "HA"),
          Map.entry('云', "YN"),
          Map.entry('辽', "LN"),
          Map.entry('黑', "HL"),
          Map.entry('湘', "HN"),
          Map.entry('皖', "AH"),
          Map.entry('鲁', "SD"),
          Map.entry('新', "XJ"),
          Map.entry('苏', "JS"),
          Map.entry('浙', "ZJ"),
          Map.entry('赣', "JX"),
          Map.entry('鄂', "HB"),
          Map.entry('桂', "GX"),
          Map.entry('甘', "GS"),
          Map.entry('晋', "SX"),
          Map.entry('蒙', "NM"),
          Map.entry('陕', "SN"),
          Map.entry('吉', "JL"),
          Map.entry('闽', "FJ"),
          Map.entry('贵', "GZ"),
          Map.entry('粤', "GD"),
          Map.entry('青', "QH"),
          Map.entry('藏', "XZ"),
          Map.entry('川', "SC"),
          Map.entry('宁', "NX"),
          Map.entry('琼', "HI"));

  private final Optional<Font> chinese;

  private Lettering(Optional<Font> chinese) {
    this.chinese = chinese;
  }

  /** With whatever this machine can draw. */
  static Lettering ofThisMachine() {
    Optional<Font> found = Optional.empty();
    try {
      found =
          List.of("Noto Sans CJK SC", "Noto Sans SC", "Droid Sans Fallback", Font.SANS_SERIF)
              .stream()
              .map(name -> new Font(name, Font.BOLD, 100))
              .filter(font -> font.canDisplayUpTo("云鲁豫渝藏琼") < 0)
              .findFirst();
    } catch (RuntimeException | Error noFontsAtAll) {
      // A JDK without fontconfig or any font fails in several ways; none of them may stop the site.
      LOG.log(System.Logger.Level.DEBUG, "no fonts: {0}", noFontsAtAll.toString());
    }
    return new Lettering(found);
  }

  static Lettering withoutFonts() {
    return new Lettering(Optional.empty());
  }

  boolean knowsChinese() {
    return chinese.isPresent();
  }

  /** One plate character filling its 45 x 90 box. */
  Shape character(char c) {
    String strokes = STROKES.get(c);
    if (strokes != null) {
      return new BasicStroke(STROKE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
          .createStrokedShape(path(strokes));
    }
    return chinese.map(font -> fitted(font, c)).orElseGet(() -> boxed(c));
  }

  /** A line of small text, its baseline at zero; what cannot be drawn is left out. */
  Shape line(String text, double height) {
    if (chinese.isPresent()) {
      return chinese.get().deriveFont((float) height).createGlyphVector(EXACT, text).getOutline();
    }
    Path2D all = new Path2D.Double();
    double x = 0;
    double scale = height * 0.72 / HIGH;
    for (char c : text.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
      if (STROKES.containsKey(c)) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, -HIGH * scale);
        place.scale(scale, scale);
        all.append(character(c).getPathIterator(place), false);
      }
      x += (WIDE + 12) * scale;
    }
    return all;
  }

  private static Shape fitted(Font font, char c) {
    Shape outline = font.createGlyphVector(EXACT, String.valueOf(c)).getOutline();
    Rectangle2D box = outline.getBounds2D();
    AffineTransform fit =
        AffineTransform.getScaleInstance(WIDE / box.getWidth(), 84 / box.getHeight());
    fit.translate(-box.getX(), -box.getY());
    AffineTransform down = AffineTransform.getTranslateInstance(0, 3);
    down.concatenate(fit);
    return down.createTransformedShape(outline);
  }

  private Shape boxed(char c) {
    Area area =
        new Area(
            new BasicStroke(4f)
                .createStrokedShape(new Rectangle2D.Double(2, 8, WIDE - 4, HIGH - 16)));
    String code = CODES.getOrDefault(c, "");
    for (int i = 0; i < code.length(); i++) {
      AffineTransform place = AffineTransform.getTranslateInstance(11, 14 + i * 33);
      place.scale(0.5, 0.33);
      area.add(new Area(place.createTransformedShape(character(code.charAt(i)))));
    }
    return area;
  }

  private static Path2D path(String commands) {
    Path2D path = new Path2D.Double();
    Scanner words = new Scanner(commands.replaceAll("([MLQZ])", " $1 "));
    words.useLocale(java.util.Locale.ROOT);
    while (words.hasNext()) {
      switch (words.next()) {
        case "M" -> path.moveTo(words.nextDouble(), words.nextDouble());
        case "L" -> path.lineTo(words.nextDouble(), words.nextDouble());
        case "Q" ->
            path.quadTo(
                words.nextDouble(), words.nextDouble(), words.nextDouble(), words.nextDouble());
        default -> path.closePath();
      }
    }
    return path;
  }
}
