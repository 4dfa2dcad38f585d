package cn.ecogate.passage.control;

import cn.ecogate.admission.entity.Sighting;
import cn.ecogate.passage.entity.Arrival;
import cn.ecogate.passage.entity.ManualEntry;
import cn.ecogate.passage.entity.Passage;
import cn.ecogate.site.entity.Lane;
import cn.ecogate.site.entity.Site;
import cn.ecogate.vocabulary.PlateColor;
import cn.ecogate.vocabulary.PlateNumber;
import cn.ecogate.vocabulary.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a guard's entry into an arrival, or says at which field it cannot. */
public final class HandWritten {

  /** An entry for an earlier moment than this is history: it is recorded, but opens nothing. */
  static final Duration STILL_THERE = Duration.ofMinutes(5);

  /** Clocks of handhelds run ahead a little; more than this is a mistake. */
  static final Duration CLOCK_SLACK = Duration.ofMinutes(2);

  private static final int LONGEST_NOTE = 500;

  private HandWritten() {}

  /** Throws {@link Rejected}. */
  public static Arrival arrival(ManualEntry entry, String user, Site site, Instant now) {
    String key = required(entry.key(), "key", "请给出本次录入的唯一编号 key，重复提交时保持不变");
    Lane lane = lane(entry.laneId(), site);
    Optional<PlateNumber> plate = plate(entry.plate());
    Instant seenAt = seenAt(entry.seenAt(), now);
    return new Arrival(
        EventKey.ofGuard(user, key),
        lane,
        Passage.Source.GUARD,
        plate.isPresent() ? Sighting.READ : Sighting.NO_PLATE,
        plate,
        color(plate, entry.color()),
        -1,
        seenAt,
        Optional.empty(),
        now.truncatedTo(ChronoUnit.MILLIS),
        Duration.between(seenAt, now).compareTo(STILL_THERE) > 0,
        photo(entry.photo()),
        null,
        Optional.empty(),
        Optional.of(user),
        note(entry.note()));
  }

  private static Lane lane(String laneId, Site site) {
    return site.lane(required(laneId, "lane", "请选择车道"))
        .orElseThrow(
            () ->
                new Rejected(
                    "lane-unknown",
                    "lane",
                    "没有车道 "
                        + laneId
                        + "；可选："
                        + site.lanes().stream().map(Lane::id).collect(Collectors.joining("、"))));
  }

  private static Optional<PlateNumber> plate(String text) {
    return text == null || text.isBlank() ? Optional.empty() : Optional.of(PlateNumber.of(text));
  }

  private static PlateColor color(Optional<PlateNumber> plate, PlateColor color) {
    if (plate.isPresent() && color == null) {
      throw new Rejected("color-missing", "color", "请选择号牌颜色：同一号码可有不同颜色的号牌");
    }
    return color == null ? PlateColor.OTHER : color;
  }

  private static Instant seenAt(Instant told, Instant now) {
    if (told == null) {
      return now.truncatedTo(ChronoUnit.MILLIS);
    }
    if (told.isAfter(now.plus(CLOCK_SLACK))) {
      throw new Rejected("time-ahead", "seenAt", "通行时间晚于现在，请核对手持机时钟或所填时间");
    }
    return told.truncatedTo(ChronoUnit.MILLIS);
  }

  private static byte[] photo(byte[] photo) {
    boolean jpeg =
        photo == null || photo.length > 3 && (photo[0] & 0xFF) == 0xFF && (photo[1] & 0xFF) == 0xD8;
    if (!jpeg) {
      throw new Rejected("photo-format", "photo", "照片不是 JPEG 格式，请改用 JPEG 后重新上传");
    }
    return photo;
  }

  private static Optional<String> note(String note) {
    if (note != null && note.length() > LONGEST_NOTE) {
      throw new Rejected("note-long", "note", "备注最多 " + LONGEST_NOTE + " 个字，请缩短");
    }
    return Optional.ofNullable(note).filter(text -> !text.isBlank());
  }

  private static String required(String text, String field, String sentence) {
    if (text == null || text.isBlank()) {
      throw new Rejected(field + "-missing", field, sentence);
    }
    return text;
  }
}
