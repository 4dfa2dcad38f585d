package cn.ecogate.alarm.control;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.vocabulary.Rejected;
import java.time.Instant;

/** What a person did to an alarm, as the ledger keeps it. */
public final class AlarmText {

  private static final int LONGEST = 500;

  private AlarmText() {}

  public static CanonicalText acknowledged(Alarm alarm, String who, Instant at) {
    return about("alarm-acknowledged", alarm).line("by", who).line("at", at);
  }

  public static CanonicalText closed(Alarm alarm, String who, Instant at) {
    return about("alarm-closed", alarm)
        .line("finding", alarm.getFinding())
        .line("cause", alarm.getCause())
        .line("by", who)
        .line("at", at);
  }

  private static CanonicalText about(String act, Alarm alarm) {
    return CanonicalText.of("ecogate alarm 1")
        .line("act", act)
        .line("alarm", alarm.getId())
        .line("kind", alarm.getKind())
        .line("subject", alarm.getSubject())
        .line("sentence", alarm.getSentence())
        .line("raised-at", alarm.getRaisedAt())
        .line("occurrences", alarm.getOccurrences());
  }

  /** What it was found to be; {@code Rejected} if nothing was chosen. */
  public static Alarm.Finding finding(Alarm.Finding chosen) {
    if (chosen == null) {
      throw new Rejected("finding-missing", "finding", "请先选择告警的结论，再关闭。");
    }
    return chosen;
  }

  /** A cause as it may be kept; {@code Rejected} if there is none or it is too long. */
  public static String cause(String typed) {
    if (typed == null || typed.isBlank()) {
      throw new Rejected("cause-missing", "cause", "请写明原因或处理结果，再关闭告警。");
    }
    String cause = typed.strip();
    if (cause.length() > LONGEST) {
      throw new Rejected(
          "cause-long", "cause", "原因最多 " + LONGEST + " 个字，现为 " + cause.length() + " 个。");
    }
    return cause;
  }

  /** A sentence cut to what a row holds. */
  public static String sentence(String told) {
    return told.length() <= LONGEST ? told : told.substring(0, LONGEST - 1) + "…";
  }
}
