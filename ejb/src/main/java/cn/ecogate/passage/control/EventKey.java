package cn.ecogate.passage.control;

import cn.ecogate.passage.entity.Passage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The key by which a repeated event is known again, short enough to index whatever a device sends.
 */
public final class EventKey {

  private static final int LONGEST = 80;

  private EventKey() {}

  /** A camera's event. */
  public static String ofDevice(String deviceId, String eventId) {
    return deviceId + "/" + bounded(eventId);
  }

  /** A guard's entry, by the key that the handheld or page chose. */
  public static String ofGuard(String user, String key) {
    return "guard:" + bounded(user) + "/" + bounded(key);
  }

  /** A line of a paper sheet, by the number printed on it: entered by whomever, it is one line. */
  public static String ofPaper(String sheet, int line) {
    return Passage.PAPER_KEY + bounded(sheet) + "/" + line;
  }

  /** A longer text is cut and ends in a name-based UUID (RFC 9562, version 3) of the whole. */
  private static String bounded(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, 40)
            + "~"
            + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
