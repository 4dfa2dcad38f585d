package cn.ecogate.uplink.control;

import java.time.Duration;

/**
 * When a call that failed is made again: the pause doubles from seconds to an hour, and is spread
 * so that many plants do not come back at the same moment.
 *
 * @param spread part of the pause it may be longer or shorter, 0 to 1
 * @param patience tries after which a record that the platform keeps failing on, while it takes
 *     others, waits for a person
 */
public record RetryPlan(Duration first, Duration longest, double spread, int patience) {

  public static final RetryPlan USUAL =
      new RetryPlan(Duration.ofSeconds(2), Duration.ofHours(1), 0.2, 12);

  /**
   * The pause after that many failures in a row.
   *
   * @param chance 0 to 1, from a random generator
   */
  public Duration after(int failures, double chance) {
    int doublings = Math.min(Math.max(failures - 1, 0), 30);
    long millis = Math.min(first.toMillis() << doublings, longest.toMillis());
    return Duration.ofMillis(Math.round(millis * (1 + spread * (2 * chance - 1))));
  }

  /** The plan as a person reads it. */
  public String sentence() {
    return "失败后约 %s重试，之后每次间隔加倍，最长约 %s（上下浮动 %d%%）；心跳一恢复就立即补传；平台正常却连续 %d 次不收的记录转人工处理。"
        .formatted(words(first), words(longest), Math.round(spread * 100), patience);
  }

  private static String words(Duration duration) {
    if (duration.toMinutes() == 0) {
      return duration.toSeconds() + " 秒";
    }
    return duration.toHours() == 0 ? duration.toMinutes() + " 分钟" : duration.toHours() + " 小时";
  }
}
