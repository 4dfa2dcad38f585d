package cn.ecogate.simulator.vzenith;

import cn.ecogate.simulator.camera.Capture;
import cn.ecogate.simulator.picture.Subject;
import cn.ecogate.simulator.picture.Subject.Reading;
import java.nio.charset.Charset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A Vzenith plate result, member for member, as both of its protocols carry it. */
final class VzenithWords {

  private static final Charset GBK = Charset.forName("GBK");
  private static final int VIRTUAL_LOOP = 8;
  private static final int TOWARDS = 4;

  private VzenithWords() {}

  /**
   * The result.
   *
   * @param opened how the barrier was opened for it: 0 not, 1 by the host, 2 by its own white list
   */
  static Map<String, Object> result(Capture capture, int opened) {
    Subject subject = capture.subject();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("bright", 0);
    result.put("carBright", 0);
    result.put("carColor", 255);
    result.put("colorType", color(subject));
    result.put("colorValue", 0);
    result.put("confidence", capture.confidence());
    result.put("direction", TOWARDS);
    result.put("gioouts", List.of(Map.of("ctrltype", opened, "ionum", 0)));
    result.put("is_fake_plate", 0);
    result.put("license", plate(subject));
    result.put(
        "location", Map.of("RECT", Map.of("bottom", 674, "left", 1002, "right", 1263, "top", 565)));
    result.put("plateid", capture.serial());
    result.put("timeStamp", Map.of("Timeval", time(capture)));
    result.put("timeUsed", 0);
    result.put("triggerType", VIRTUAL_LOOP);
    result.put("type", type(subject));
    return result;
  }

  private static Map<String, Object> time(Capture capture) {
    ZonedDateTime local = capture.local();
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("decday", local.getDayOfMonth());
    time.put("dechour", local.getHour());
    time.put("decmin", local.getMinute());
    time.put("decmon", local.getMonthValue());
    time.put("decsec", local.getSecond());
    time.put("decyear", local.getYear());
    time.put("sec", capture.at().getEpochSecond());
    time.put("usec", capture.at().getNano() / 1_000);
    return time;
  }

  static String plate(Subject subject) {
    return subject.reading() == Reading.READ ? subject.plate() : "_无_";
  }

  private static int color(Subject subject) {
    if (subject.reading() != Reading.READ) {
      return 0;
    }
    return switch (subject.color()) {
      case BLUE -> 1;
      case YELLOW -> 2;
      case WHITE -> 3;
      case BLACK -> 4;
      case GREEN -> 5;
      case YELLOW_GREEN -> 6;
      case OTHER -> 0;
    };
  }

  private static int type(Subject subject) {
    return switch (subject.reading()) {
      case NO_PLATE -> 31;
      case UNREAD -> 0;
      case READ ->
          switch (subject.color()) {
            case BLUE -> 1;
            case BLACK -> 2;
            case YELLOW -> 3;
            case WHITE -> 5;
            case GREEN -> 19;
            case YELLOW_GREEN -> 20;
            case OTHER -> 0;
          };
    };
  }

  /** The path of a picture on the camera's card: percent-encoded GBK, whatever the rest is in. */
  static String imagePath(Capture capture) {
    StringBuilder path = new StringBuilder("%2Fmnt%2Fapp%2Fpic%2F");
    for (byte b : (capture.absTime() + "_" + plate(capture.subject())).getBytes(GBK)) {
      char c = (char) (b & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || c == '_')) {
        path.append(c);
      } else {
        path.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
      }
    }
    return path.append(".jpg").toString();
  }

  /** The serial number as these cameras print it. */
  static String serialNo(int number) {
    return String.format("%08x-%08x", 0xd85b1269 + number * 0x01010101, 0x8f942256 ^ number);
  }
}
