package cn.ecogate.alarm.control;

import cn.ecogate.alarm.entity.Alarm;
import cn.ecogate.alarm.entity.Telling;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An alarm's change in the words of a program and of a mail. */
public final class TellingText {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private TellingText() {}

  /** The body of a webhook's call; names are only ever added. */
  public static String json(Telling telling) {
    Alarm alarm = telling.alarm();
    JsonObjectBuilder about =
        Json.createObjectBuilder()
            .add("id", alarm.getId())
            .add("kind", alarm.getKind().name())
            .add("label", alarm.getKind().label())
            .add("subject", alarm.getSubject())
            .add("sentence", alarm.getSentence())
            .add("severity", alarm.getSeverity().name())
            .add("level", alarm.getLevel())
            .add("state", alarm.getState().name())
            .add("occurrences", alarm.getOccurrences())
            .add("raisedAt", alarm.getRaisedAt().toString());
    add(about, "acknowledgedBy", alarm.getAcknowledgedBy());
    add(about, "closedBy", alarm.getClosedBy());
    add(about, "finding", alarm.getFinding() == null ? null : alarm.getFinding().name());
    add(about, "cause", alarm.getCause());
    return Json.createObjectBuilder()
        .add("delivery", telling.number())
        .add("event", telling.event().name())
        .add("at", telling.at().toString())
        .add("alarm", about)
        .build()
        .toString();
  }

  public static String subject(Telling telling) {
    Alarm alarm = telling.alarm();
    return "【"
        + alarm.getSeverity().label()
        + "】"
        + alarm.getKind().label()
        + " "
        + alarm.getSubject()
        + "："
        + telling.event().label();
  }

  public static String mail(Telling telling) {
    Alarm alarm = telling.alarm();
    StringBuilder text =
        new StringBuilder()
            .append(alarm.getSentence())
            .append("\n\n")
            .append("经过：")
            .append(telling.event().label())
            .append('\n')
            .append("对象：")
            .append(alarm.getSubject())
            .append('\n')
            .append("发生：")
            .append(local(alarm.getRaisedAt()))
            .append("，共 ")
            .append(alarm.getOccurrences())
            .append(" 次\n");
    line(text, "确认：", alarm.getAcknowledgedBy());
    line(text, "关闭：", alarm.getClosedBy());
    line(text, "结论：", alarm.getFinding() == null ? null : alarm.getFinding().label());
    line(text, "原因：", alarm.getCause());
    return text.append("\n请在环保门禁后台的“告警”页处理。本邮件由系统发出，同一变化只发一次。\n").toString();
  }

  /** Lower-case hex of HMAC-SHA256 over the time stamp, a dot and the body. */
  public static String signature(String secret, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC", e);
    }
  }

  private static String local(Instant at) {
    return LOCAL.format(at);
  }

  private static void line(StringBuilder text, String name, String value) {
    if (value != null) {
      text.append(name).append(value).append('\n');
    }
  }

  private static void add(JsonObjectBuilder to, String name, String value) {
    if (value != null) {
      to.add(name, value);
    }
  }
}
