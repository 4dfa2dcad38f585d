package cn.ecogate.simulator.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP status with the platform's envelope; no envelope means hanging up. */
record Reply(int status, Map<String, Object> envelope) {

  static final Reply HANG_UP = new Reply(0, Map.of());

  static Reply ok(String message, Map<String, Object> data) {
    return new Reply(200, envelope("200", true, message, data));
  }

  /** Understood and not wanted. */
  static Reply refusal(String code, String message) {
    return new Reply(200, envelope(code, false, message, Map.of()));
  }

  static Reply error(int status, String message) {
    return new Reply(status, envelope(String.valueOf(status), false, message, Map.of()));
  }

  private static Map<String, Object> envelope(
      String code, boolean success, String message, Map<String, Object> data) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("code", code);
    envelope.put("success", success);
    envelope.put("message", message);
    envelope.put("data", data);
    return envelope;
  }
}
