package cn.ecogate.uplink.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the line to a platform is.
 *
 * @param online true if the last call (record or heartbeat) was answered
 * @param produced records ever made for it; {@code accepted} of them taken
 * @param left how long what waits will take, empty if that cannot be told
 * @param retrySentence the retry plan in words
 */
public record PlatformStatus(
    String platformId,
    String name,
    boolean online,
    Optional<Instant> since,
    Optional<Instant> lastAccepted,
    long produced,
    long accepted,
    long waiting,
    long blocked,
    Optional<String> complaint,
    Optional<Duration> left,
    String retrySentence) {

  public TransferRate rate() {
    return new TransferRate(produced, accepted);
  }

  /** Transfer rate, 0 to 1; 1 if nothing was produced (HJ 1321-2023 asks for at least 0.95). */
  public double transferRate() {
    return rate().value();
  }

  /** How the line is and what waits, e.g. {@code 线路正常。最近一条 3 秒前被接收；12 条待传。} */
  public String sentence(Instant now) {
    StringBuilder words = new StringBuilder(64);
    if (since.isEmpty()) {
      words.append("尚未与平台联系。");
    } else if (online) {
      words.append("线路正常。");
    } else {
      words.append("线路中断 ").append(ago(since.get(), now)).append("，记录留存待传。");
    }
    lastAccepted.ifPresent(at -> words.append("最近一条 ").append(ago(at, now)).append("前被接收；"));
    words.append(waiting == 0 ? "没有待传的记录" : waiting + " 条待传");
    left.filter(time -> waiting > 0)
        .ifPresent(
            time ->
                words
                    .append("，约 ")
                    .append(time.toMinutes() < 1 ? "1 分钟内" : time.toMinutes() + " 分钟")
                    .append("传完"));
    if (blocked > 0) {
      words.append("，").append(blocked).append(" 条被拒，须人工处理");
    }
    return words.append("。").toString();
  }

  private static String ago(Instant then, Instant now) {
    Duration gone = Duration.between(then, now);
    if (gone.compareTo(Duration.ofMinutes(1)) < 0) {
      return Math.max(0, gone.toSeconds()) + " 秒";
    }
    if (gone.compareTo(Duration.ofHours(1)) < 0) {
      return gone.toMinutes() + " 分钟";
    }
    return gone.toDays() < 2 ? gone.toHours() + " 小时" : gone.toDays() + " 天";
  }
}
