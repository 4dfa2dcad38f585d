package cn.ecogate.uplink.control;

import cn.ecogate.uplink.entity.Tally;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What happened on the line to a platform in a span of time, as sentences for who comes in at
 * seven.
 */
public final class DayStory {

  /** The whole of the PRC has one zone; a day of the plant is a day there. */
  public static final ZoneId PLANT_ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("M 月 d 日 HH:mm", Locale.ROOT).withZone(PLANT_ZONE);

  /** More would be a table, not a sentence. */
  private static final int MOST_ITEMS = 3;

  private DayStory() {}

  /**
   * What is known of the span.
   *
   * @param refusals the platform's words, and how many records they were said of
   * @param missing how many records lack which item
   * @param oldestGap when the oldest record that has not arrived was made
   */
  public record Known(
      Instant from,
      Instant to,
      Tally sum,
      List<Outage> outages,
      Map<String, Long> refusals,
      Map<String, Long> missing,
      Optional<Instant> oldestGap) {}

  /**
   * A time without an answer.
   *
   * @param until empty while it lasts
   * @param made records made meanwhile; {@code arrived} of them have arrived since
   * @param caughtUp when the last of them arrived
   */
  public record Outage(
      Instant from,
      Optional<Instant> until,
      String complaint,
      long made,
      long arrived,
      Optional<Instant> caughtUp) {}

  /** The sentences, the most important first. */
  public static List<String> tell(Known known) {
    List<String> story = new ArrayList<>();
    story.add(rate(known));
    if (known.outages().isEmpty()) {
      story.add("线路一直正常。");
    }
    known.outages().forEach(outage -> story.add(outage(outage)));
    if (!known.refusals().isEmpty()) {
      story.add(refusals(known.refusals()));
    }
    story.add(gaps(known));
    if (known.sum().judged() > 0) {
      story.add(completeness(known));
    }
    return List.copyOf(story);
  }

  private static String rate(Known known) {
    Tally sum = known.sum();
    String span = CLOCK.format(known.from()) + " 至 " + CLOCK.format(known.to()) + " ";
    if (sum.produced() == 0) {
      return span + "没有产生记录。";
    }
    return "%s产生 %d 条，已传 %d 条，传输率 %s，%s要求的 95%%。"
        .formatted(
            span,
            sum.produced(),
            sum.accepted(),
            percent(sum.transferRate()),
            sum.transferEnough() ? "达到" : "低于");
  }

  private static String outage(Outage outage) {
    String since = "自 " + CLOCK.format(outage.from());
    String span =
        outage
            .until()
            .map(
                end ->
                    since
                        + " 至 "
                        + CLOCK.format(end)
                        + " 线路中断 "
                        + words(Duration.between(outage.from(), end)))
            .orElse(since + " 起线路中断，至今未通");
    String cause = "（" + outage.complaint() + "）。";
    if (outage.made() == 0) {
      return span + cause + "期间没有产生记录。";
    }
    long open = outage.made() - outage.arrived();
    return span
        + cause
        + "期间产生 "
        + outage.made()
        + " 条，"
        + (open > 0
            ? "还有 " + open + " 条没有传到。"
            : "已全部补传"
                + outage.caughtUp().map(at -> "，最后一条 " + CLOCK.format(at) + " 到达。").orElse("。"));
  }

  private static String refusals(Map<String, Long> refusals) {
    long count = refusals.values().stream().mapToLong(Long::longValue).sum();
    return "平台拒收 "
        + count
        + " 条，须人工处理："
        + most(refusals).stream()
            .map(words -> "“" + words.getKey() + "” " + words.getValue() + " 条")
            .collect(Collectors.joining("；"))
        + (refusals.size() > MOST_ITEMS ? " 等" : "")
        + "。";
  }

  private static String gaps(Known known) {
    if (known.sum().gap() == 0) {
      return "没有漏传。";
    }
    return "漏传 "
        + known.sum().gap()
        + " 条（待传 "
        + known.sum().waiting()
        + " 条，被拒 "
        + known.sum().blocked()
        + " 条）"
        + known.oldestGap().map(at -> "，最早的一条产生于 " + CLOCK.format(at)).orElse("")
        + "。";
  }

  private static String completeness(Known known) {
    Tally sum = known.sum();
    String rate =
        "完整率 %s，%s要求的 95%%"
            .formatted(percent(sum.completeness()), sum.completeEnough() ? "达到" : "低于");
    if (known.missing().isEmpty()) {
      return rate + "。";
    }
    return rate
        + "；缺得最多的是："
        + most(known.missing()).stream()
            .map(item -> ItemName.of(item.getKey()) + "（" + item.getValue() + " 条）")
            .collect(Collectors.joining("、"))
        + "。";
  }

  private static List<Map.Entry<String, Long>> most(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_ITEMS)
        .toList();
  }

  /** Rounded down, never up to the mark. */
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", Math.floor(share * 1000 + 1e-9) / 10);
  }

  private static String words(Duration time) {
    if (time.toMinutes() == 0) {
      return time.toSeconds() + " 秒";
    }
    return time.toHours() == 0
        ? time.toMinutes() + " 分钟"
        : time.toHours()
            + " 小时"
            + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " 分钟");
  }
}
