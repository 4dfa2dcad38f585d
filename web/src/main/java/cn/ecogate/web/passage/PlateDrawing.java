package cn.ecogate.web.passage;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the characters of a plate stand, in millimetres of GA 36-2018: 440 x 140 with seven
 * characters of 45 x 90 and a dot, 480 x 140 with eight of 43 x 90 behind the first and none.
 */
public record PlateDrawing(int width, int dot, List<Glyph> glyphs) {

  /** One character and its left edge, width and kind. */
  public record Glyph(String text, double left, double width, boolean han) {

    /** An I or 1 is not stretched to its cell. */
    public double drawn() {
      return text.matches("[1IJ]") ? width * 0.6 : width;
    }

    public double middle() {
      return left + width / 2;
    }
  }

  private static final double MARGIN = 15.5;
  private static final double GAP = 12;
  private static final double NARROW_GAP = 9;

  static PlateDrawing of(String plate) {
    int count = plate.codePointCount(0, plate.length());
    boolean large = count == 8;
    double width = large ? 43 : 45;
    double gap = large ? NARROW_GAP : GAP;
    double dotRoom = large ? 49 : 34;
    List<Glyph> glyphs = new ArrayList<>();
    double left = MARGIN;
    if (count < 7 || count > 8) {
      double cell = (440 - 2 * MARGIN - GAP * (count - 1)) / count;
      for (int codePoint : plate.codePoints().toArray()) {
        glyphs.add(glyph(codePoint, left, Math.min(cell, 60)));
        left += cell + GAP;
      }
      return new PlateDrawing(440, 0, glyphs);
    }
    for (int codePoint : plate.codePoints().toArray()) {
      double cell = glyphs.isEmpty() ? 45 : width;
      glyphs.add(glyph(codePoint, left, cell));
      left += cell + (glyphs.size() == 2 ? dotRoom : gap);
    }
    Glyph office = glyphs.get(1);
    int dot = large ? 0 : (int) Math.round(office.left() + office.width() + dotRoom / 2);
    return new PlateDrawing(large ? 480 : 440, dot, glyphs);
  }

  private static Glyph glyph(int codePoint, double left, double width) {
    boolean han = Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    return new Glyph(Character.toString(codePoint), left, width, han);
  }
}
