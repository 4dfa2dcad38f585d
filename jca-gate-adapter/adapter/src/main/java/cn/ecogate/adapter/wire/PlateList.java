package cn.ecogate.adapter.wire;

import cn.ecogate.adapter.api.PlateSeen.Color;
import cn.ecogate.adapter.api.PlateSeen.Reading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hikvision's list of what a camera remembers ({@code vehicleDetect/plates}): asked and read. */
public final class PlateList {

  /** Some 10,000 lines; cameras give 200 at a time. */
  private static final int MAX_NODES = 100_000;

  // 20340109T094130+0400, 20200424T1616270000, 20260101T093000123+0800 have been seen.
  private static final Pattern CAPTURE_TIME =
      Pattern.compile("([0-9]{8})T?([0-9]{6})([0-9]{3})?[0-9]*(Z|[+-][0-9]{2}:?[0-9]{2})?");

  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private static final DateTimeFormatter QUESTION =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_.:+-]{1,64}");

  /** Names count upwards; a longer one is a later one. */
  private static final Comparator<String> BY_NAME =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private PlateList() {}

  /** Asks for what comes after that name, or time. */
  public static String question(String cursor) {
    return "<AfterTime><picTime>" + cursor + "</picTime></AfterTime>";
  }

  /** A time as a cursor, for a camera whose names are not known yet. */
  public static String cursor(Instant at, ZoneId zone) {
    return QUESTION.format(at.atZone(zone));
  }

  /** The later one of two names. */
  public static String later(String one, String other) {
    return BY_NAME.compare(one, other) >= 0 ? one : other;
  }

  /**
   * The lines of one answer, the oldest first. Those without a name that can be used are left out.
   */
  public static List<ListedPlate> read(byte[] document, ZoneId zone) throws WireException {
    XmlTree root = XmlTree.read(document, MAX_NODES);
    if (!root.name().equalsIgnoreCase("Plates")) {
      throw new WireException("不是车牌清单，根元素为 " + root.name(), document);
    }
    String digest = RawDigest.of(document);
    List<ListedPlate> plates = new ArrayList<>();
    for (XmlTree line : root.children()) {
      if (NAME.matcher(line.value("picName")).matches()) {
        plates.add(plate(line, zone, digest));
      }
    }
    plates.sort(Comparator.comparing(ListedPlate::pictureName, BY_NAME));
    return plates;
  }

  private static ListedPlate plate(XmlTree line, ZoneId zone, String digest) {
    String name = line.value("picName");
    String told = line.value("plateNumber").replaceAll("\\s", "");
    Reading reading = PlateWords.reading(told);
    boolean read = reading == Reading.READ;
    return new ListedPlate(
        name,
        time(line.value("captureTime"), zone).or(() -> time(name, zone)),
        reading,
        read ? told.substring(AnprXml.prefixLength(told)) : "",
        read ? AnprXml.prefix(told).orElse(Color.UNKNOWN) : Color.UNKNOWN,
        AnprXml.heading(line.value("direction")),
        digest);
  }

  /** A capture time, or the beginning of a name, which is one without an offset. */
  private static Optional<Instant> time(String told, ZoneId zone) {
    Matcher parts = CAPTURE_TIME.matcher(told);
    if (!parts.matches()) {
      return AnprXml.time(told, zone);
    }
    try {
      LocalDateTime second = LocalDateTime.parse(parts.group(1) + parts.group(2), COMPACT);
      long millis = parts.group(3) == null ? 0 : Long.parseLong(parts.group(3));
      ZoneId meant = parts.group(4) == null ? zone : ZoneId.of(parts.group(4));
      return Optional.of(second.atZone(meant).toInstant().plusMillis(millis));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
