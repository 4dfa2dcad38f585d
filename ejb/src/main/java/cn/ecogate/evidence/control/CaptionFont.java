package cn.ecogate.evidence.control;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;

/** The font for captions, and whether it has Chinese characters; looked for once. */
public final class CaptionFont {

  private static final String SAMPLE = "云京沪粤号牌未识别出入口道闸";

  /** Families that carry Chinese, the usual ones first so that a server starts fast. */
  private static final List<String> CHINESE_FAMILIES =
      List.of(
          "Noto Sans CJK SC",
          "Droid Sans Fallback",
          "WenQuanYi Micro Hei",
          "WenQuanYi Zen Hei",
          "Source Han Sans SC",
          "Microsoft YaHei",
          "SimHei",
          "PingFang SC");

  private CaptionFont() {}

  /** Empty if this Java cannot draw text at all. */
  public static Optional<Font> font() {
    return Found.FONT;
  }

  public static boolean chinese() {
    return Found.FONT.filter(CaptionFont::drawsChinese).isPresent();
  }

  private static boolean drawsChinese(Font font) {
    return font.canDisplayUpTo(SAMPLE) == -1;
  }

  private static final class Found {

    static final Optional<Font> FONT = look();

    private static Optional<Font> look() {
      try {
        Font plain = new Font(Font.SANS_SERIF, Font.BOLD, 16);
        for (String family : CHINESE_FAMILIES) {
          Font font = new Font(family, Font.BOLD, 16);
          if (font.getFamily().equals(family) && drawsChinese(font)) {
            return Optional.of(font);
          }
        }
        if (drawsChinese(plain)) {
          return Optional.of(plain);
        }
        for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
          if (drawsChinese(font)) {
            return Optional.of(font.deriveFont(Font.BOLD, 16));
          }
        }
        return Optional.of(plain);
      } catch (RuntimeException | LinkageError | InternalError noFonts) {
        // A Java without fontconfig or freetype fails in one of these ways at its first font.
        return Optional.empty();
      }
    }
  }
}
