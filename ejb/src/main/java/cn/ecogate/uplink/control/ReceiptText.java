package cn.ecogate.uplink.control;

import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.strategy.entity.ControlStrategy;
import cn.ecogate.strategy.entity.StrategyReceipt;
import cn.ecogate.uplink.entity.Receipt;
import cn.ecogate.uplink.entity.ReceiptKind;
import cn.ecogate.uplink.entity.ReceiptLine.Change;
import cn.ecogate.uplink.entity.ReceivedViolation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What was received, in words for officer, guard and ledger. */
public final class ReceiptText {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("M 月 d 日 HH:mm", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private ReceiptText() {}

  /** What an answer did, e.g. {@code 超标车辆名单：新增 2，解除 1。另有 1 处读不懂，请核对。} */
  public static String sentence(ReceiptKind kind, Receipt.Counts counts) {
    StringBuilder words = new StringBuilder(kind.label()).append("：");
    if (!counts.changed()) {
      words.append("没有变化");
    }
    String gone = kind == ReceiptKind.STRATEGY ? "撤销 " : "解除 ";
    append(words, "新增 ", counts.added());
    append(words, "更新 ", counts.amended());
    append(words, gone, counts.removed());
    words.append("。");
    if (counts.odd() > 0) {
      words.append("另有 ").append(counts.odd()).append(" 处读不懂，请核对。");
    }
    return words.toString();
  }

  private static void append(StringBuilder words, String what, int count) {
    if (count > 0) {
      words.append(words.charAt(words.length() - 1) == '：' ? "" : "，").append(what).append(count);
    }
  }

  /** What a strategy's message did. */
  public static Optional<Change> change(StrategyReceipt.Change change) {
    return switch (change) {
      case ADDED -> Optional.of(Change.ADDED);
      case AMENDED -> Optional.of(Change.AMENDED);
      case WITHDRAWN -> Optional.of(Change.REMOVED);
      case UNCHANGED -> Optional.empty();
    };
  }

  /** What guards are told of a strategy. */
  public static String strategy(Change change, ControlStrategy strategy) {
    if (change == Change.REMOVED) {
      return "平台撤销了“" + strategy.name() + "”，即刻恢复其余管控。";
    }
    return strategy.name()
        + (change == Change.ADDED ? "：" : "（已更新）：")
        + CLOCK.format(strategy.from())
        + " 起"
        + strategy.until().map(end -> "，至 " + CLOCK.format(end)).orElse("，直至平台撤销")
        + "，"
        + strategy.measure()
        + (strategy.needsPerson() ? "。措施为文字，须由环保专员改成规则后才会拦车。" : "。");
  }

  /** What guards are told of a list. */
  public static String list(String platformName, Receipt.Counts counts) {
    return platformName + "更新了" + sentence(ReceiptKind.EXCEEDING, counts);
  }

  /** What people are told of a violation. */
  public static String violation(ReceivedViolation sent) {
    return "平台通报 "
        + sent.plate()
        + "（"
        + sent.color().label()
        + "）违规"
        + sent.in().map(at -> "，" + CLOCK.format(at) + " 进厂").orElse("")
        + sent.out().map(at -> "，" + CLOCK.format(at) + " 出厂").orElse("")
        + "："
        + sent.reason()
        + "。";
  }

  /** A violation as the ledger keeps it. */
  public static CanonicalText entry(
      boolean first, String platform, ReceivedViolation sent, Instant at) {
    return CanonicalText.of("ecogate audit 1")
        .line("act", first ? "violation-received" : "violation-amended")
        .line("user", platform)
        .line("at", at)
        .line("number", sent.number())
        .line("plate", sent.plate())
        .line("plate-color", sent.color().code())
        .line("vin", sent.vin().orElse(null))
        .line("in", sent.in().orElse(null))
        .line("out", sent.out().orElse(null))
        .line("reason", sent.reason())
        .line("note", sent.note().isEmpty() ? null : sent.note());
  }

  /** Why somebody has to look after what has not come for so long. */
  public static String old(ReceiptKind kind, Duration age) {
    String since = age.toHours() < 48 ? Math.max(1, age.toHours()) + " 小时" : age.toDays() + " 天";
    return kind.label() + "已有 " + since + "没有从平台取到";
  }
}
