package cn.ecogate.adapter.wire;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the text parts of Dahua's two event streams: {@code Events[0].path=value} lines
 * (snapManager) and {@code Code=…;action=…;data={JSON}} (eventManager). Both become the same {@link
 * DahuaEvent}.
 */
public final class DahuaText {

  private static final String VEHICLE = "TrafficJunction";

  /** Lines of one event; a camera sends some two hundred. */
  private static final int MAX_LINES = 5_000;

  private DahuaText() {}

  /**
   * @param zone what the camera's wall time is meant in
   * @param pictures how many the camera is set to send with a vehicle, -1 if that is not known
   */
  public static DahuaEvent read(byte[] document, DahuaEvent.Clock clock, ZoneId zone, int pictures)
      throws WireException {
    String text = DeviceText.decoded(document).strip();
    if (text.isEmpty() || text.equalsIgnoreCase("Heartbeat")) {
      return DahuaEvent.HEARTBEAT;
    }
    Map<String, String> told = text.startsWith("Code=") ? coded(text, document) : lines(text);
    String code = told.getOrDefault("EventBaseInfo.Code", told.getOrDefault("Code", ""));
    String action = told.getOrDefault("EventBaseInfo.Action", told.getOrDefault("Action", ""));
    if (code.isEmpty()) {
      throw new WireException("不是大华事件：没有事件代码（Code）", document);
    }
    return code.equals(VEHICLE) && !action.equals("Stop")
        ? DahuaEvent.vehicle(told, clock, zone, pictures)
        : DahuaEvent.NOTHING_TO_US;
  }

  private static Map<String, String> lines(String text) {
    Map<String, String> told = new HashMap<>();
    for (String line : text.lines().limit(MAX_LINES).toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String path =
            line.substring(0, equals).strip().replaceFirst("^(Return)?Events\\[0]\\.", "");
        told.putIfAbsent(path, line.substring(equals + 1).strip());
      }
    }
    return told;
  }

  private static Map<String, String> coded(String text, byte[] document) throws WireException {
    int data = text.indexOf(";data=");
    Map<String, String> told = new HashMap<>();
    if (data >= 0) {
      try {
        told.putAll(JsonTree.read(text.substring(data)).paths());
      } catch (WireException e) {
        throw new WireException(e.getMessage(), document);
      }
    }
    Map<String, String> head = HeaderText.pairs(data < 0 ? text : text.substring(0, data), ';');
    told.put("EventBaseInfo.Code", head.getOrDefault("code", ""));
    told.put("EventBaseInfo.Action", head.getOrDefault("action", ""));
    return told;
  }

  /** The bytes are visibly a whole part although no length was told. */
  static boolean looksClosed(byte[] bytes, int from, int to) {
    // Decoded first: the second byte of a GBK character may look like a bracket or a backslash.
    String text = DeviceText.decoded(Arrays.copyOfRange(bytes, from, to));
    return text.equals("Heartbeat") || text.startsWith("Code=") && closes(text);
  }

  /** Its data has begun and its last bracket is closed. */
  private static boolean closes(String text) {
    int open = 0;
    boolean quoted = false;
    int data = text.indexOf(";data={");
    for (int at = Math.max(0, data); at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted && c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '}')) {
        open += c == '{' ? 1 : -1;
      }
    }
    return data >= 0 && open == 0 && !quoted && text.endsWith("}");
  }
}
