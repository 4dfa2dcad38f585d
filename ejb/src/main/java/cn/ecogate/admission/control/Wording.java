package cn.ecogate.admission.control;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How rules that look at the lane and the plant speak of moments, and of those nobody knows. */
final class Wording {

  static final String HISTORY = "事后补记，当时通道和在厂的情况不再核对。";

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private Wording() {}

  static String minute(Instant at) {
    return MINUTES.format(at);
  }
}
