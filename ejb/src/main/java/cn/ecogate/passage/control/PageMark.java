package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.Passage;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a page of passages ended: the last row's time and id, as an opaque text for the next page.
 */
public record PageMark(Instant seenAt, long id) {

  public static PageMark of(Passage last) {
    return new PageMark(last.getSeenAt(), last.getId());
  }

  /** Empty for null or blank; {@link Rejected} if the text is no mark. */
  public static Optional<PageMark> read(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String[] parts = text.split("-", 2);
    try {
      long micros = Long.parseLong(parts[0], 36);
      return Optional.of(
          new PageMark(
              Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Long.parseLong(parts[1], 36)));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
      throw new Rejected("cursor", "cursor", "翻页标记无效，请从第一页重新查询");
    }
  }

  public String text() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, seenAt);
    return Long.toString(micros, 36) + "-" + Long.toString(id, 36);
  }
}
