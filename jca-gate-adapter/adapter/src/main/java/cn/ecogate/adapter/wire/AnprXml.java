package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.PlateSeen.Color;
import cn.ecogate.adapter.api.PlateSeen.Heading;
import cn.ecogate.adapter.api.PlateSeen.Reading;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads Hikvision's EventNotificationAlert documents, of every version and spelling seen. */
public final class AnprXml {

  private static final Map<String, Color> COLORS =
      Map.ofEntries(
          Map.entry("blue", Color.BLUE),
          Map.entry("yellow", Color.YELLOW),
          Map.entry("white", Color.WHITE),
          Map.entry("black", Color.BLACK),
          Map.entry("green", Color.GREEN),
          Map.entry("newenergygreen", Color.GREEN),
          Map.entry("newenergyyellowgreen", Color.YELLOW_GREEN),
          Map.entry("yellowgreen", Color.YELLOW_GREEN),
          Map.entry("civilaviationblack", Color.BLACK),
          Map.entry("civilaviationgreen", Color.GREEN),
          Map.entry("red", Color.OTHER),
          Map.entry("orange", Color.OTHER),
          Map.entry("golden", Color.OTHER),
          Map.entry("brown", Color.OTHER),
          Map.entry("other", Color.OTHER));

  private static final Map<Character, Color> PREFIXES =
      Map.of(
          '蓝', Color.BLUE, '黄', Color.YELLOW, '白', Color.WHITE, '黑', Color.BLACK, '绿', Color.GREEN);

  // Both 2026-11-21T09:30:00+08:00 and 2026-11-21T09:30:00+0800 are sent, with or without fraction.
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private AnprXml() {}

  /**
   * @param zone what a time without an offset is meant in
   */
  public static AnprEvent read(byte[] document, ZoneId zone) throws WireException {
    XmlTree root = XmlTree.read(document);
    if (!root.name().equals("EventNotificationAlert")) {
      throw new WireException("不是事件文档，根元素为 " + root.name(), document);
    }
    Optional<XmlTree> anpr = root.child("ANPR");
    String type = root.value("eventType");
    String word = type + "/" + root.value("eventState");
    if (anpr.isEmpty()) {
      return plain(kindOf(word.toLowerCase(Locale.ROOT)), word, root, zone);
    }
    return vehicle(word, root, anpr.get(), zone);
  }

  private static AnprEvent.Kind kindOf(String word) {
    if (word.startsWith("heartbeat/") || word.equals("videoloss/inactive")) {
      return AnprEvent.Kind.HEARTBEAT;
    }
    return word.equals("videoloss/active") ? AnprEvent.Kind.VIDEO_LOST : AnprEvent.Kind.OTHER;
  }

  private static AnprEvent plain(AnprEvent.Kind kind, String word, XmlTree root, ZoneId zone) {
    return new AnprEvent(
        kind,
        word,
        channel(root),
        "",
        time(root.value("dateTime"), zone),
        false,
        Reading.NO_PLATE,
        "",
        Color.UNKNOWN,
        -1,
        Heading.UNKNOWN,
        "",
        "",
        0);
  }

  private static AnprEvent vehicle(String word, XmlTree root, XmlTree anpr, ZoneId zone) {
    String told = anpr.value("licensePlate").replaceAll("\\s", "");
    Reading reading = PlateWords.reading(told);
    Optional<Color> prefix = reading == Reading.READ ? prefix(told) : Optional.empty();
    String plate = reading != Reading.READ ? "" : told.substring(prefixLength(told));
    Color color =
        Optional.ofNullable(COLORS.get(anpr.value("plateColor").toLowerCase(Locale.ROOT)))
            .or(() -> prefix)
            .orElse(Color.UNKNOWN);
    String pictureName =
        root.anywhere("picName").map(XmlTree::text).filter(n -> !n.isEmpty()).orElse("");
    Optional<Instant> at = time(root.value("dateTime"), zone);
    return new AnprEvent(
        AnprEvent.Kind.VEHICLE,
        word,
        channel(root),
        eventId(root, pictureName, told),
        at,
        history(root),
        reading,
        plate,
        color,
        PlateWords.confidence(anpr.value("confidenceLevel")),
        heading(anpr.value("direction")),
        vehicleType(root, anpr),
        pictureName.isEmpty() ? moment(root) : pictureName,
        pictures(anpr));
  }

  /** Capture to the millisecond, with which the name of its picture begins; empty if not told. */
  private static String moment(XmlTree root) {
    return root.anywhere("absTime")
        .map(XmlTree::text)
        .filter(told -> told.matches("[0-9]{17}"))
        .orElse("");
  }

  /** Either word marks an event the camera had stored: nothing may open for it. */
  private static boolean history(XmlTree root) {
    return root.anywhere("isDataRetransmission").filter(n -> n.text().equals("true")).isPresent()
        || root.anywhere("alarmDataType").filter(n -> n.text().equals("1")).isPresent();
  }

  static Optional<Color> prefix(String told) {
    int length = prefixLength(told);
    if (length == 0) {
      return Optional.empty();
    }
    return Optional.of(length == 2 ? Color.YELLOW_GREEN : PREFIXES.get(told.charAt(0)));
  }

  /**
   * How many characters of colour stand before the plate. 黑 is a colour and a province: it is a
   * colour only if another Chinese character follows (黑黑A12345).
   */
  static int prefixLength(String told) {
    if (told.startsWith("黄绿")) {
      return 2;
    }
    if (told.length() < 2 || !PREFIXES.containsKey(told.charAt(0))) {
      return 0;
    }
    return told.charAt(0) == '黑' && told.charAt(1) < 0x80 ? 0 : 1;
  }

  private static String eventId(XmlTree root, String pictureName, String plate) {
    String uuid = root.anywhere("UUID").map(XmlTree::text).orElse("");
    if (!uuid.isEmpty()) {
      return uuid;
    }
    return pictureName.isEmpty() ? root.value("dateTime") + "/" + plate : pictureName;
  }

  private static String channel(XmlTree root) {
    return root.child("channelID")
        .or(() -> root.child("dynChannelID"))
        .map(XmlTree::text)
        .orElse("");
  }

  static Heading heading(String told) {
    switch (told.toLowerCase(Locale.ROOT)) {
      case "forward":
        return Heading.FORWARD;
      case "reverse", "backward":
        return Heading.REVERSE;
      default:
        return Heading.UNKNOWN;
    }
  }

  private static String vehicleType(XmlTree root, XmlTree anpr) {
    String official = root.anywhere("vehicleTypeByGAT").map(XmlTree::text).orElse("");
    return official.isEmpty() ? anpr.value("vehicleType") : official;
  }

  /** Pictures that come as parts; those announced as an address do not. */
  private static int pictures(XmlTree anpr) {
    return anpr.child("pictureInfoList")
        .map(
            list ->
                (int)
                    list.children().stream()
                        .filter(p -> p.name().equalsIgnoreCase("pictureInfo"))
                        .filter(p -> !p.value("dataType").equals("1"))
                        .count())
        .orElse(-1);
  }

  static Optional<Instant> time(String told, ZoneId zone) {
    try {
      return Optional.of(
          DATE_TIME
              .parseBest(told, OffsetDateTime::from, LocalDateTime::from)
              .query(
                  t ->
                      t instanceof OffsetDateTime
                          ? ((OffsetDateTime) t).toInstant()
                          : LocalDateTime.from(t).atZone(zone).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The bytes end with the closing tag of an event document. */
  static boolean looksClosed(byte[] bytes, int from, int to) {
    int tail = Math.max(from, to - 64);
    return new String(bytes, tail, to - tail, StandardCharsets.ISO_8859_1)
        .stripTrailing()
        .endsWith("</EventNotificationAlert>");
  }
}
