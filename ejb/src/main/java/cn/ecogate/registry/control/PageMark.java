package cn.ecogate.registry.control;

import cn.ecogate.registry.entity.Vehicle;
import cn.ecogate.vocabulary.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of vehicles ended, as the opaque cursor of the next. */
public record PageMark(String plate, long id) {

  private static final char SEPARATOR = ' ';

  public static String after(Vehicle last) {
    return after(last.getPlate(), last.getId());
  }

  /** The mark after a card of that code, which stands in the plate's place. */
  public static String after(String text, long id) {
    String mark = text + SEPARATOR + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(mark.getBytes(StandardCharsets.UTF_8));
  }

  /** The mark in that cursor; {@link Rejected} {@code cursor} if it is none of ours. */
  public static PageMark of(String cursor) {
    try {
      String mark = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int end = mark.indexOf(SEPARATOR);
      if (end < 1) {
        throw new IllegalArgumentException(cursor);
      }
      return new PageMark(mark.substring(0, end), Long.parseLong(mark.substring(end + 1)));
    } catch (IllegalArgumentException e) {
      throw new Rejected("cursor", "cursor", "翻页标记无效，请从第一页重新查询。");
    }
  }
}
