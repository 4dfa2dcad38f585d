package cn.ecogate.mobile.alarm;

import cn.ecogate.alarm.entity.Alarm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The alarms that stand now.
 *
 * @param mark of exactly this list: asked with it, nobody is answered before something changes
 */
public record AlarmNews(String mark, List<AlarmItem> items) {

  private static final int LENGTH = 16;

  static AlarmNews of(List<Alarm> standing) {
    StringBuilder list = new StringBuilder();
    standing.forEach(
        alarm ->
            list.append(alarm.getId())
                .append(' ')
                .append(alarm.getState())
                .append(' ')
                .append(alarm.getLevel())
                .append(' ')
                .append(alarm.getOccurrences())
                .append('\n'));
    return new AlarmNews(digest(list.toString()), standing.stream().map(AlarmItem::of).toList());
  }

  private static String digest(String text) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
