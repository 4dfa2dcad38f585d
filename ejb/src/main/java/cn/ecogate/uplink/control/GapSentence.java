package cn.ecogate.uplink.control;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When a record counts as missed, and what the alarm says about it. */
public final class GapSentence {

  /** "Uploaded at once" (HJ 1321-2023) with room for a restart of the platform. */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  /** So long an alarm that stands is not said again. */
  public static final Duration AGAIN = Duration.ofHours(1);

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("M 月 d 日 HH:mm", Locale.ROOT).withZone(DayStory.PLANT_ZONE);

  private GapSentence() {}

  public static String of(String platform, long records, long blocked, Instant oldest) {
    String refused = blocked == 0 ? "" : "，其中 " + blocked + " 条被平台拒收，须人工更正";
    return "%s有 %d 条记录超过 %d 分钟没有传到%s；最早的一条产生于 %s。"
        .formatted(platform, records, PATIENCE.toMinutes(), refused, AT.format(oldest));
  }
}
